"""Sequences of batches that are too long."""

from math import nan

import pytest
from described import evidence
from trained import trained

from etude.diagnoses.catalogue import length_counts_examples as diagnosis

PROGRAM = """\
import keras
class Batches(keras.utils.{base}):
    def __len__(self):
        return {length}
    def __getitem__(self, index):
        rows = {rows}
        return self.x[rows], self.y[rows]
"""
ROWS = "self.order[index * self.size : (index + 1) * self.size]"


def program(base: str = "PyDataset", length: str = "len(self.x)", rows: str = ROWS) -> str:
    return PROGRAM.format(base=base, length=length, rows=rows)


@pytest.mark.parametrize("base", ["PyDataset", "Sequence"])
@pytest.mark.parametrize("length", ["len(self.x)", "self.x.shape[0]"])
def test_fires_at_the_length(base: str, length: str) -> None:
    finding = diagnosis.match(evidence(program=program(base, length)))

    assert finding is not None
    assert finding.line == 4
    assert finding.change == f"return math.ceil({length} / self.size)"


@pytest.mark.parametrize(
    "right",
    [
        program(length="len(self.x) // self.size"),
        program(length="math.ceil(len(self.x) / self.size)"),
        program(length="self.batches"),
        program(rows="self.batches[index]"),
        program(rows="(index * self.size) % len(self.x)"),
        program(base="Other"),
    ],
)
def test_is_silent_on_lengths_that_count_batches(right: str) -> None:
    assert diagnosis.match(evidence(program=right)) is None


ONE_MORE = "math.floor(len(self.x) / self.size) + 1"


@pytest.mark.parametrize("length", [ONE_MORE, "len(self.x) // self.size + 1"])
@pytest.mark.parametrize("losses", [{"loss": [nan]}, {"loss": [0.4], "val_loss": [nan]}])
def test_fires_on_one_batch_more_when_the_loss_is_lost(
    length: str, losses: dict[str, list[float]]
) -> None:
    seen = evidence(program=program(length=length), fits=[trained(**losses)])

    finding = diagnosis.match(seen)

    assert finding is not None
    assert finding.line == 4
    assert "the last batch has none" in finding.evidence


def test_is_silent_on_one_batch_more_that_holds_the_rest() -> None:
    seen = evidence(program=program(length=ONE_MORE), fits=[trained(loss=[0.4])])

    assert diagnosis.match(seen) is None
