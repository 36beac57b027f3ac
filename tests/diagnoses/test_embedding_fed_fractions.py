"""Numbers with fractions that are looked up like tokens."""

from typing import Any

import pytest
from described import evidence, layer
from windowed import embedding, read, reader, recurrent, token_data

from etude.diagnoses.catalogue import embedding_fed_fractions


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
