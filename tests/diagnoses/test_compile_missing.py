"""Training without an optimizer and a loss."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import compile_missing as diagnosis

RAISED_BY = "keras.src.trainers.trainer._assert_compile_called"
MESSAGE = "You must call `compile()` before using the model."
FIT = "\n\nmodel.fit(x, y)\n"


@pytest.mark.parametrize(
    ("program", "seen", "change"),
    [
        (FIT, "nothing in the program calls compile", "model.compile"),
        ("other.compile('adam')\n\nmodel.fit(x, y)\n", "this model", "this very model"),
        (
            "model = load_model('a.keras', compile=False)\n\nmodel.fit(x, y)\n",
            "compile=False",
            "without compile=False",
        ),
    ],
)
def test_fires_at_the_line_that_needed_it(program: str, seen: str, change: str) -> None:
    finding = diagnosis.match(failed(program, MESSAGE, raised_by=RAISED_BY))

    assert finding is not None
    assert finding.line == 3
    assert seen in finding.evidence
    assert change in finding.change


def test_fires_at_compile_when_it_has_no_loss() -> None:
    program = "model.compile('adam')\n\nmodel.fit(x, y)\n"

    finding = diagnosis.match(failed(program, "No loss to compute. Provide a `loss` argument."))

    assert finding is not None
    assert finding.line == 1


def test_asks_for_the_other_step_where_training_has_a_loss_of_its_own() -> None:
    program = "model.compile('adam')\ndef train_step(self, data): ...\nmodel.evaluate(x, y)\n"

    finding = diagnosis.match(failed(program, "No loss to compute. Provide a `loss` argument."))

    assert finding is not None
    assert "test_step" in finding.change


def test_is_silent_on_another_exception() -> None:
    assert diagnosis.match(failed(FIT, "could not compile the regular expression")) is None
