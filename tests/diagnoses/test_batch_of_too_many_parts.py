"""Batches of more than inputs, labels and weights."""

from stopped import failed

from etude.diagnoses.catalogue import batch_of_too_many_parts as diagnosis

SAID = "Data is expected to be in format `x`, `(x,)`, `(x, y)`, or `(x, y, sample_weight)`, found"


def test_validation_of_four_parts_is_told_as_two() -> None:
    program = "held = (a, b, c, d)\n\nm.fit(x, y, validation_data=held)\n"

    finding = diagnosis.match(failed(program, SAID))

    assert finding is not None
    assert finding.line == 1
    assert finding.change == "validation_data=(a, b), inputs and labels"


def test_a_generator_of_four_parts_is_told_at_its_yield() -> None:
    program = "def batches():\n    yield a, b, c, d\nm.fit(batches())\n"

    finding = diagnosis.match(failed(program, SAID))

    assert finding is not None
    assert finding.line == 2
    assert "yields 4 parts" in finding.evidence


def test_three_parts_are_fine() -> None:
    program = "\n\nm.fit(x, y, validation_data=(a, b, c))\n"

    assert diagnosis.match(failed(program, SAID)) is None
