"""The marking scheme: étude asks the program's own network and counts for itself."""

from etude.checks.class_recall import ClassRecall
from etude.checks.tells_score import TellsScore
from etude.checks.top_share import TopShare
from etude.checks.values import Name

CLASSES = (
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
)
ASKED = {
    "by": Name(name="model"),
    "inputs": Name(name="test_pictures"),
    "labels": Name(name="test_labels"),
}

CHECKS = [
    TellsScore(of=Name(name="accuracy"), **ASKED),
    ClassRecall(of=Name(name="recall"), **ASKED, classes=CLASSES, points=3),
    TopShare(of=Name(name="top_two"), **ASKED, guesses=2, points=2),
]
