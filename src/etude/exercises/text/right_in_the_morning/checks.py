"""The marking scheme: right answers, whatever is asked together, and a file that loads."""

from etude.checks.answers_without_training import AnswersWithoutTraining
from etude.checks.decides_each_alone import DecidesEachAlone
from etude.checks.opens import Opens
from etude.checks.reaches_score import ReachesScore
from etude.checks.values import Name

ANSWER = Name(name="answer")
ASKED = [
    "awful",
    "a great film",
    "so dull",
    "lovely",
    "i hated it",
    "good actors",
    "bad film",
    "loved it",
]

CHECKS = [
    Opens(artifact="films.keras"),
    AnswersWithoutTraining(by=ANSWER, inputs=ASKED[:2], after=("opens",)),
    DecidesEachAlone(by=ANSWER, inputs=ASKED, among=(), things="sentences", after=("opens",)),
    ReachesScore(
        name="all_answers",
        by=ANSWER,
        inputs=ASKED,
        labels=[0, 1, 0, 1, 0, 1, 0, 1],
        bar=1.0,
        things="sentences",
        points=3,
        after=("opens",),
    ),
    ReachesScore(
        name="two_answers",
        by=ANSWER,
        inputs=["a great film", "awful"],
        labels=[1, 0],
        bar=1.0,
        things="sentences that are asked alone",
        after=("all_answers",),
    ),
]
