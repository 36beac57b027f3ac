"""A shape that a Sequential is told a second time."""

from stopped import failed

from etude.diagnoses.catalogue import input_told_twice as diagnosis

KNOWN = "Sequential model 'm' has already been configured to use input shape (None, 4). "


def test_build_with_another_shape_is_told_with_both() -> None:
    message = f"{KNOWN}You cannot build it with input_shape (None, 8)"

    finding = diagnosis.match(failed("\n\nm.build((None, 8))\n", message))

    assert finding is not None
    assert "(None, 4), and build tells it (None, 8)" in finding.evidence


def test_a_second_input_is_told_at_its_line() -> None:
    message = f"{KNOWN}You cannot add a different Input layer to it."

    finding = diagnosis.match(failed("\n\nm.add(keras.Input((5,)))\n", message))

    assert finding is not None
    assert finding.line == 3
    assert "keep the first Input alone" in finding.change


def test_is_silent_on_other_errors() -> None:
    assert diagnosis.match(failed("\n\nm.build((None, 8))\n", "cannot build")) is None
