"""Learning rates of a type that optimizers refuse."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import learning_rate_is_no_float as diagnosis

MESSAGE = (
    "Argument `learning_rate` should be float, or an instance of LearningRateSchedule, or a "
    "callable (...). Received instead: learning_rate={}"
)


@pytest.mark.parametrize(
    ("given", "change"), [("10", "10.0 would be taken"), ("'0.01'", "float(rate)")]
)
def test_fires_at_the_argument(given: str, change: str) -> None:
    program = f"\nmodel.compile(\n    Adam(\n        learning_rate={given}),\n)\n"

    finding = diagnosis.match(failed(program, MESSAGE.format(given), line=3))

    assert finding is not None
    assert finding.line == 4
    assert finding.evidence == f"learning_rate is {given}, which is no float"
    assert change in finding.change


def test_is_silent_on_other_refusals() -> None:
    message = "Argument(s) not recognized: {'lr': 0.1}"

    assert diagnosis.match(failed("Adam(lr=0.1)", message)) is None
