"""The marking scheme: good answers, at whichever end the zeros stand."""

from etude.checks.learns_from_so_many import LearnsFromSoMany
from etude.checks.reaches_score import ReachesScore
from etude.checks.steps_leave_out import StepsLeaveOut
from etude.checks.values import Name

CHECKS = [
    LearnsFromSoMany(of=Name(name="begins_late"), most=300, things="rows"),
    StepsLeaveOut(kept=Name(name="test_rows"), by=Name(name="begins_late"), things="rows"),
    ReachesScore(
        by=Name(name="begins_late"),
        inputs=Name(name="test_rows"),
        labels=Name(name="test_labels"),
        bar=0.85,
        things="test rows",
        plain="a coin gives about 0.5",
        points=4,
    ),
]
