"""Rows without a token under a masked average."""

from typing import Any

import pytest
from described import evidence, layer
from windowed import embedding, read, reader, recurrent, token_data

from etude.diagnoses.catalogue import empty_text_gives_nan
from etude.domain.patterns import Tokens

NAN = [{"loss": float("nan")}]
AVERAGE = layer("GlobalAveragePooling1D", line=6)


def run(*layers: Any, empty: int = 2, epochs: Any = NAN) -> Any:
    return read(reader(*layers), token_data(Tokens(empty=empty)), epochs=epochs)


def test_fires_at_the_average_and_counts_the_rows() -> None:
    finding = empty_text_gives_nan.match(evidence(fits=[run(embedding(mask=True), AVERAGE)]))

    assert finding is not None
    assert finding.line == 6
    assert "2 of the rows" in finding.evidence
    assert "nan_loss" in empty_text_gives_nan.EXPLAINS


@pytest.mark.parametrize(
    "given",
    [
        run(embedding(), AVERAGE),
        run(embedding(mask=True), recurrent()),
        run(embedding(mask=True), AVERAGE, empty=0),
        run(embedding(mask=True), AVERAGE, epochs=[{"loss": 0.4}]),
    ],
    ids=["no mask", "no average", "no empty row", "a number for a loss"],
)
def test_is_silent_on(given: Any) -> None:
    assert empty_text_gives_nan.match(evidence(fits=[given])) is None
