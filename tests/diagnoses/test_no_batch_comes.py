"""Generators and sequences that give no batch."""

from stopped import failed

from etude.diagnoses.catalogue import no_batch_comes as diagnosis

GENERATOR = """def batches(x):
    for i in range(0, len(x) - 32, 32):
        yield x[i : i + 32], y[i]
model.fit(batches(x), epochs=2)
"""
SEQUENCE = """class Batches(PyDataset):
    def __getitem__(self, i):
        return x, y
    def __len__(self):
        return len(self.x) // 32
model.fit(Batches(x))
"""


def test_the_loop_that_ends_before_it_begins_is_told() -> None:
    message = "the generator must yield at least one batch. Received an empty generator."

    finding = diagnosis.match(failed(GENERATOR, message, line=4))

    assert finding is not None
    assert finding.line == 2
    assert "range(0, len(x) - 32, 32)" in finding.evidence


def test_single_examples_are_told_where_they_are_yielded() -> None:
    message = "the arrays must be at least rank 1. Received: 1.0 of rank 0."

    finding = diagnosis.match(failed(GENERATOR, message, line=4))

    assert finding is not None
    assert finding.line == 3
    assert "yield x[i : i + 32]" in finding.change


def test_a_length_of_nothing_is_told() -> None:
    finding = diagnosis.match(failed(SEQUENCE, "The PyDataset has length 0", line=6))

    assert finding is not None
    assert finding.line == 5
    assert "len(self.x) // 32 batches" in finding.evidence


def test_a_missing_length_is_told() -> None:
    program = SEQUENCE.replace("def __len__", "def length")
    message = "You need to implement the `num_batches` property"

    finding = diagnosis.match(failed(program, message, "NotImplementedError", line=6))

    assert finding is not None
    assert "def __len__" in finding.change


def test_is_silent_on_other_errors() -> None:
    assert diagnosis.match(failed(GENERATOR, "yields a list", line=4)) is None
