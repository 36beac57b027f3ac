"""Recurrent layers that read padding."""

from dataclasses import replace
from typing import Any

import pytest
from described import chained, evidence, layer
from windowed import embedding, read, reader, recurrent, token_data, wrapped

from etude.diagnoses.catalogue import padding_not_masked
from etude.domain.observations import Layer
from etude.domain.patterns import Tokens

LAST = Tokens(padded="last", share=0.7)
FIRST = Tokens(padded="first", share=0.7)


def run(*layers: Layer, tokens: Tokens | None = LAST) -> Any:
    return read(reader(*layers), token_data(tokens))


def test_fires_at_the_embedding_and_names_the_layer_that_forgets() -> None:
    finding = padding_not_masked.match(evidence(fits=[run(embedding(), recurrent())]))

    assert finding is not None
    assert finding.line == 2
    assert finding.evidence == (
        "70% of the rows end in zeros, the Embedding makes no mask, and LSTM(8) keeps its state "
        "after the last zero"
    )
    assert "mask_zero=True" in finding.change


@pytest.mark.parametrize(
    "layers",
    [
        (embedding(), layer("SpatialDropout1D"), recurrent("GRU")),
        (embedding(), recurrent(sequences=True), recurrent("GRU")),
        (embedding(), wrapped(recurrent("GRU"))),
    ],
    ids=["after dropout", "in a stack", "in both directions"],
)
def test_follows_the_embedding_to_the_last_state(layers: tuple[Layer, ...]) -> None:
    assert padding_not_masked.match(evidence(fits=[run(*layers)])) is not None


@pytest.mark.parametrize(
    "given",
    [
        run(embedding(mask=True), recurrent()),
        run(embedding(), recurrent(), tokens=FIRST),
        run(embedding(), recurrent(), tokens=None),
        run(embedding(), recurrent(), tokens=Tokens(padded="last", share=0.1)),
        run(embedding(), layer("Conv1D"), layer("GlobalMaxPooling1D")),
        run(embedding(), recurrent(sequences=True), layer("GlobalMaxPooling1D")),
        run(embedding(), layer("Flatten")),
    ],
    ids=[
        *("masked", "padded first", "not padded", "a few rows by chance", "convolved"),
        *("every step is used", "flattened"),
    ],
)
def test_is_silent_on(given: Any) -> None:
    assert padding_not_masked.match(evidence(fits=[given])) is None


@pytest.mark.parametrize(("words", "fires"), [([3, 5, 9], True), ([5, 5, 5], False), ([], False)])
def test_reads_from_the_lengths_of_texts_whether_a_vectorizer_pads(
    words: list[int], fires: bool
) -> None:
    of = reader(layer("TextVectorization"), embedding(), recurrent())
    of = replace(of, layers=chained(*(replace(one, name=one.kind) for one in of.layers)))

    finding = padding_not_masked.match(
        evidence(fits=[read(of, token_data(Tokens(words=words, empty=0)))])
    )

    assert (finding is not None) == fires
    assert finding is None or "texts of 3 to 9 words" in finding.evidence
