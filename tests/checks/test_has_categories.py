"""The categories of a column, as they are spelt."""

import pytest

from etude.checks.has_categories import HasCategories
from etude.checks.values import Call
from etude.domain.verdict import Status
from tests.checks.conftest import Probe

CHECK = HasCategories(
    of=Call(function="clean", label="the table"), part="kind", categories=("oak", "lime")
)


def test_the_agreed_categories_pass():
    assert CHECK.judge({"categories": ["kind", ["lime", "oak"]]}).status is Status.PASSED


@pytest.mark.parametrize(
    ("words", "received"),
    [(["Oak", "lime", "oak"], "3: 'Oak', 'lime', 'oak'"), (["oak"], "1: 'oak'")],
)
def test_other_categories_are_quoted(words, received):
    assert CHECK.judge({"categories": ["kind", words]}).received == received


def test_a_missing_column_is_named():
    verdict = CHECK.judge({"missing": "a dict", "parts": ["size"]})

    assert verdict.received == "a dict with size"


@pytest.mark.tensorflow
def test_categories_are_read_from_a_column(probe: Probe):
    program = (
        "import numpy as np\ndef clean():\n    return {'kind': np.array(['oak', 'lime', 'oak'])}\n"
    )

    assert probe(CHECK, program)["categories"] == ["kind", ["lime", "oak"]]
