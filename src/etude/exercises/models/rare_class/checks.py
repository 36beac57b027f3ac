"""The marking scheme: how many shirts are found, and at what price."""

from etude.checks.finds_rare import FindsRare
from etude.checks.values import Name

CHECKS = [
    FindsRare(
        by=Name(name="is_shirt"),
        inputs=Name(name="test_pictures"),
        labels=Name(name="test_shirts"),
        recall=0.75,
        precision=0.25,
        decides=True,
        things="shirts",
        points=4,
    ),
]
