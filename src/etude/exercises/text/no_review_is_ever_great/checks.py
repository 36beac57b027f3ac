"""The marking scheme: answers that are right, however they are found."""

from etude.checks.decides_each_alone import DecidesEachAlone
from etude.checks.learns_from_so_many import LearnsFromSoMany
from etude.checks.reaches_score import ReachesScore
from etude.checks.steps_leave_out import StepsLeaveOut
from etude.checks.values import Name

CHECKS = [
    DecidesEachAlone(by=Name(name="praise"), inputs=Name(name="test_texts"), things="texts"),
    LearnsFromSoMany(of=Name(name="praise"), most=1200, things="reviews"),
    StepsLeaveOut(kept=Name(name="test_texts"), by=Name(name="praise"), things="reviews"),
    ReachesScore(
        by=Name(name="praise"),
        inputs=Name(name="test_texts"),
        labels=Name(name="test_great"),
        bar=0.6,
        things="test reviews",
        plain="always saying 0 gives about 0.5",
        points=4,
        after=("decides_each_alone",),
    ),
]
