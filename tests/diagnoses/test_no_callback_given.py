"""What stands among the callbacks and is none."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import no_callback_given as diagnosis

CALLS = "keras.src.callbacks.callback_list.set_model"


@pytest.mark.parametrize(
    ("program", "kind", "change"),
    [
        ("m.fit(x, callbacks='early_stopping')", "str", "keras.callbacks.EarlyStopping("),
        ("m.fit(x, callbacks=[rate])", "ExponentialDecay", "Adam(rate)"),
        ("m.fit(x, callbacks=[slower])", "function", "LearningRateScheduler(slower)"),
        ("m.fit(x, callbacks=[Show()])", "Show", "derive from keras.callbacks.Callback"),
        ("m.fit(x, callbacks=[None])", "NoneType", "leave None out"),
    ],
)
def test_what_is_no_callback_is_told(program: str, kind: str, change: str) -> None:
    made = "rate = ExponentialDecay(0.1, 9, 0.9)\ndef slower(e): return 1.0\n"
    message = f"'{kind}' object has no attribute 'set_model'"

    finding = diagnosis.match(
        failed(f"{made}{program}\n", message, "AttributeError", raised_by=CALLS)
    )

    assert finding is not None
    assert finding.line == 3
    assert change in finding.change


def test_a_rate_in_place_of_a_function_is_told() -> None:
    seen = failed(
        "\nslower = LearningRateScheduler(0.001)\nm.fit(x, y, callbacks=[slower])\n",
        "'float' object is not callable",
        "TypeError",
        raised_by="keras.src.callbacks.learning_rate_scheduler._update_optimizer_lr",
    )

    finding = diagnosis.match(seen)

    assert finding is not None
    assert finding.line == 2
    assert "0.001 * 0.9 ** epoch" in finding.change


def test_is_silent_on_other_attributes() -> None:
    message = "'str' object has no attribute 'set_model'"

    assert diagnosis.match(failed("\n\nf('a')\n", message, "AttributeError", raised_by="x")) is None
