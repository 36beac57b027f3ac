"""Token numbers beyond the rows of an Embedding."""

from dataclasses import replace
from typing import Any

import pytest
from described import chained, evidence, layer
from windowed import embedding, read, reader, recurrent, token_data

from etude.diagnoses.catalogue import embedding_too_small
from etude.domain.observations import Model


def after(kind: str, rows: int, **config: Any) -> Model:
    """An Embedding of so many rows behind a layer that looks words up."""
    lookup = layer(kind, line=1, **config)
    of = reader(lookup, embedding(rows), recurrent())
    start = replace(of.inputs[0], path="start")
    return replace(
        of, layers=chained(*(replace(one, name=one.kind) for one in of.layers)), inputs=[start]
    )


def test_fires_from_the_facts_before_anything_stops() -> None:
    run = read(reader(embedding(50), recurrent()), token_data(high=59))

    finding = embedding_too_small.match(evidence(fits=[run]))

    assert finding is not None
    assert finding.line == 2
    assert finding.evidence == (
        "the Embedding has 50 rows, for the numbers 0 to 49; the inputs go up to 59"
    )


def test_fires_on_a_vocabulary_that_is_larger() -> None:
    run = read(after("TextVectorization", 50, vocabulary_size=52), token_data())

    finding = embedding_too_small.match(evidence(fits=[run]))

    assert finding is not None
    assert "TextVectorization has 52 entries" in finding.evidence


def test_fires_on_the_error_alone() -> None:
    error = "indices[0,1] = 30 is not in [0, 20)"

    finding = embedding_too_small.match(
        evidence(program="e = keras.layers.Embedding(20, 4)\n", error=error)
    )

    assert finding is not None
    assert finding.line == 1
    assert "asked for number 30" in finding.evidence


@pytest.mark.parametrize(
    "run",
    [
        read(reader(embedding(50), recurrent()), token_data(high=49)),
        read(after("TextVectorization", 50, vocabulary_size=50), token_data()),
        read(reader(layer("Hashing"), embedding(10)), token_data(high=900)),
        read(
            reader(embedding(50), recurrent()),
            token_data(high=99.5, dtype="float32", distinct=None),
        ),
    ],
    ids=["enough rows", "as large as the vocabulary", "numbers made smaller", "fractions"],
)
def test_is_silent_on(run: Any) -> None:
    assert embedding_too_small.match(evidence(fits=[run])) is None


def test_is_silent_on_indices_of_something_else() -> None:
    given = evidence(program="tf.gather(x, i)\n", error="indices[0] = 9 is not in [0, 4)")

    assert embedding_too_small.match(given) is None
