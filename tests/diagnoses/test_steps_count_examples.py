"""As many steps an epoch as there are examples, each step a batch."""

import pytest
from described import evidence
from trained import trained

from etude.diagnoses.catalogue import steps_count_examples as diagnosis
from etude.domain.finding import Finding
from etude.domain.observations import Data

CUT = """\
def batches(rows, size=32):
    while True:
        for start in range(0, len(rows), size):
            yield rows[start : start + size]
given = batches(samples)
steps = len(samples)
model.fit(given, steps_per_epoch=steps, epochs=3)
"""
SHAPE = CUT.replace("steps = len(samples)", "steps = samples.shape[0]")
DIVIDED = CUT.replace("len(samples)\n", "len(samples) // 32\n")
MADE_ELSEWHERE = """\
def batches(made):
    while True:
        for batch in made:
            yield batch[:, :-1], batch[:, -1]
given = batches(samples)
steps = len(samples)
model.fit(given, steps_per_epoch=steps, epochs=3)
"""
OTHER = CUT.replace("len(samples)\n", "len(others)\n")


def told(program: str, *, rows: int = 32, steps: int = 200) -> Finding | None:
    data = Data(role="fit", kind="other", type="generator")
    fit = trained(
        loss=[1.0, 0.5], line=7, train=data, arguments={"steps_per_epoch": steps}, batch_rows=rows
    )
    return diagnosis.match(evidence(fits=[fit], program=program))


@pytest.mark.parametrize("program", [CUT, SHAPE], ids=["len", "shape"])
def test_fires_where_the_steps_are_given(program: str) -> None:
    finding = told(program)

    assert finding is not None
    assert finding.line == 7
    assert "an epoch goes 32 times through them" in finding.evidence
    assert "math.ceil(len(samples) / 32)" in finding.change


@pytest.mark.parametrize(
    "program", [DIVIDED, MADE_ELSEWHERE, OTHER], ids=["divided", "batches", "another length"]
)
def test_is_silent_on(program: str) -> None:
    assert told(program) is None


def test_is_silent_on_single_examples_and_on_less_than_a_batch() -> None:
    assert told(CUT, rows=1) is None
    assert told(CUT, rows=0) is None
    assert told(CUT, steps=20) is None
