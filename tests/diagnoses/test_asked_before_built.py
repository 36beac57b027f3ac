"""Questions to a model that has no shape yet."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import asked_before_built as diagnosis


@pytest.mark.parametrize(
    ("message", "kind", "seen"),
    [
        (
            "The layer dense has never been called and thus has no defined output.",
            "AttributeError",
            "the output of dense",
        ),
        (
            "Sequential model 'net' has no defined inputs yet.",
            "AttributeError",
            "the inputs of net",
        ),
        (
            "You tried to call `count_params` on layer 'net', but the layer isn't built. You can",
            "ValueError",
            "the size of net",
        ),
    ],
)
def test_fires_with_what_was_asked(message: str, kind: str, seen: str) -> None:
    finding = diagnosis.match(failed("\n\nmodel.count_params()\n", message, kind))

    assert finding is not None
    assert finding.line == 3
    assert seen in finding.evidence
    assert "keras.Input" in finding.change


def test_is_silent_on_another_missing_attribute() -> None:
    message = "'Dense' object has no attribute 'kernel_size'"

    assert diagnosis.match(failed("\n\nf()\n", message, "AttributeError")) is None
