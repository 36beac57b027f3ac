"""Inputs that a generator gives as a list."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import generator_gives_list as diagnosis

SAID = (
    "`output_signature` must contain objects that are subclass of `tf.TypeSpec` but found "
    "<class 'list'> which is not."
)


@pytest.mark.parametrize(
    "given",
    ["yield [a, b], y", "yield a, [y, z]", "yield [a, b]"],
)
def test_fires_at_the_yield(given: str) -> None:
    finding = diagnosis.match(failed(f"def made():\n    {given}\n", SAID, "TypeError"))

    assert finding is not None
    assert finding.line == 2
    assert "yields a list" in finding.evidence


def test_fires_at_the_yield_of_a_name_that_is_a_list() -> None:
    program = "def made():\n    x = [a, b]\n    yield x, y\n"

    finding = diagnosis.match(failed(program, SAID, "TypeError"))

    assert finding is not None
    assert "line 3 yields a list" in finding.evidence


@pytest.mark.parametrize("returned", ["[a, b], y", "a, [y]", "x, y"])
def test_fires_where_a_sequence_returns_lists(returned: str) -> None:
    program = (
        f"class D(Sequence):\n  def __getitem__(self, i):\n    x = [a, b]\n    return {returned}\n"
    )

    finding = diagnosis.match(failed(program, SAID, "TypeError"))

    assert finding is not None
    assert finding.line == 4
    assert "returns a list in the batch that __getitem__ gives" in finding.evidence


def test_fires_at_fit_when_the_yield_is_elsewhere() -> None:
    finding = diagnosis.match(failed("\n\nmodel.fit(made())\n", SAID, "TypeError"))

    assert finding is not None
    assert finding.line == 3


def test_is_silent_on_other_errors() -> None:
    assert diagnosis.match(failed("def made():\n    yield [a, b], y\n", "other")) is None


def test_a_list_of_inputs_and_labels_becomes_a_tuple() -> None:
    program = "def made():\n    batch = []\n    batch.append(x)\n    yield batch\n"
    message = (
        "When passing a Python generator to a Keras model, the generator must return a tuple, "
        "either (input,) or (inputs, targets). Received: [array([1.0])]"
    )

    finding = diagnosis.match(failed(program, message))

    assert finding is not None
    assert finding.line == 4
    assert "yield tuple(batch)" in finding.change
