"""Functions that make a loss and keep it to themselves."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import loss_maker_returns_nothing as diagnosis

MAKER = """\
def weighted(share):
    def loss(y_true, y_pred):
        return share * (y_true - y_pred) ** 2
{end}
{given}
"""
SAID = "No loss to compute. Provide a `loss` argument in `compile()`."
AT_ONCE = "model.compile('adam', loss=weighted(2))"
NAMED = "own = weighted(2)\nmodel.compile('adam', own)"


@pytest.mark.parametrize("given", [AT_ONCE, NAMED])
def test_fires_at_the_function_that_gives_nothing_back(given: str) -> None:
    finding = diagnosis.match(failed(MAKER.format(end="", given=given), SAID))

    assert finding is not None
    assert finding.line == 1
    assert finding.change == "add `return loss` as the last line of weighted"


@pytest.mark.parametrize(
    "program",
    [
        MAKER.format(end="    return loss", given=AT_ONCE),
        MAKER.format(end="", given="model.compile('adam')"),
        "model.compile('adam', loss=made_elsewhere(2))\n",
    ],
    ids=["returned", "no loss given", "of another file"],
)
def test_is_silent_on(program: str) -> None:
    assert diagnosis.match(failed(program, SAID)) is None


def test_is_silent_on_another_exception() -> None:
    assert diagnosis.match(failed(MAKER.format(end="", given=AT_ONCE), "division by zero")) is None
