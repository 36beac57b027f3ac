"""The marking scheme: étude asks the program's own network and counts for itself."""

from etude.checks.confident_mistakes import ConfidentMistakes
from etude.checks.confusion_matrix import ConfusionMatrix
from etude.checks.values import Name

ASKED = {"by": Name(name="model"), "inputs": Name(name="test_data")}

CHECKS = [
    ConfusionMatrix(of=Name(name="confusion"), **ASKED, points=2),
    ConfidentMistakes(
        of=Name(name="worst"),
        **ASKED,
        names=Name(name="test_files"),
        count=5,
        things="drawings",
        points=3,
    ),
]
