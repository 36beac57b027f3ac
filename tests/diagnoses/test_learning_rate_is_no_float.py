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


@pytest.mark.parametrize(
    ("given", "got", "change"),
    [
        ("rate", "tf.Tensor(0.1)", "float(rate)"),
        ("rate", "None", "for every epoch"),
        ("Warm()", "0.1", "learning_rate=Warm(...), without the callback"),
        ("schedules.CosineDecay(0.1, 9)", "0.1", "learning_rate=CosineDecay(...)"),
    ],
    ids=["a tensor", "nothing", "own schedule", "ready-made schedule"],
)
def test_says_what_a_callback_asks_for(given: str, got: str, change: str) -> None:
    program = (
        "from keras.optimizers import schedules\n"
        "class Warm(schedules.LearningRateSchedule): ...\n"
        f"callback = LearningRateScheduler({given})\n"
        "model.fit(x, callbacks=[callback])\n"
    )
    message = f"The output of the `schedule` function should be a float. Got: {got}"

    finding = diagnosis.match(failed(program, message, line=4))

    assert finding is not None
    assert finding.line == 3
    assert change in finding.change


def test_is_silent_on_other_refusals() -> None:
    message = "Argument(s) not recognized: {'lr': 0.1}"

    assert diagnosis.match(failed("Adam(lr=0.1)", message)) is None
