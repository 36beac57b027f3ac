"""The marking scheme: bags are found, however the rows are held back."""

from etude.checks.finds_rare import FindsRare
from etude.checks.values import Name

CHECKS = [
    FindsRare(
        by=Name(name="model"),
        inputs=Name(name="test_pictures"),
        labels=Name(name="test_bags"),
        recall=0.6,
        precision=0.5,
        things="bags",
        attempt="count the bags among the examples that the network learns from",
        points=4,
    ),
]
