"""Numbers with fractions that are looked up like tokens."""

from dataclasses import replace
from typing import Any

import pytest
from described import evidence, layer
from windowed import embedding, read, reader, recurrent, token_data

from etude.diagnoses.catalogue import embedding_fed_fractions
from etude.domain.observations import TensorSample, TensorSpec


def run(*before: Any, **numbers: Any) -> Any:
    given = {"dtype": "float32", "distinct": None, "low": 0.0, "high": 0.98} | numbers
    return read(reader(*before, embedding(), recurrent()), token_data(**given))


def test_fires_at_the_embedding_and_tells_the_range() -> None:
    finding = embedding_fed_fractions.match(evidence(fits=[run()]))

    assert finding is not None
    assert finding.line == 2
    assert "float32 numbers between 0 and 0.98" in finding.evidence


@pytest.mark.parametrize(
    "given",
    [
        run(distinct=[0, 1, 2], high=2.0),
        run(dtype="int64", high=900),
        run(low=0.0, high=900.0),
        run(layer("Discretization")),
    ],
    ids=["whole numbers", "integers", "many whole numbers as floats", "made whole before"],
)
def test_is_silent_on(given: Any) -> None:
    assert embedding_fed_fractions.match(evidence(fits=[given])) is None


def test_fires_on_the_input_that_it_reads_of_several() -> None:
    seen = run()
    users, books = (TensorSpec(path=name, dtype="float32", shape=[None]) for name in "ub")
    of = replace(seen.model, inputs=[users, books])
    of = replace(of, layers=[replace(one, calls=[["b"]]) for one in of.layers])
    low = TensorSample(path="0/0", dtype="int64", shape=[9], low=0, high=5)
    part = TensorSample(path="0/1", dtype="float32", shape=[9], low=0.0, high=0.9)
    data = replace(seen.train, sample=[low, part])

    finding = embedding_fed_fractions.match(evidence(fits=[replace(seen, model=of, train=data)]))

    assert finding is not None
    assert "between 0 and 0.9" in finding.evidence
