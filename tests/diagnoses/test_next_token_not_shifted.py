"""Labels that repeat the tokens that are given."""

from dataclasses import replace
from typing import Any

import pytest
from described import evidence, layer
from windowed import embedding, read, reader, recurrent, token_data

from etude.diagnoses.catalogue import next_token_not_shifted
from etude.domain.observations import Layer
from etude.domain.patterns import Tokens

SPARSE = "sparse_categorical_crossentropy"
SAME, LAST = Tokens(labels_are="inputs"), Tokens(labels_are="last token")
PROGRAM = "x = text[:, :-1]\ny = text[:, :-1]\n" + "\n" * 6 + "model.fit(x, y)\n"


def run(*layers: Layer, tokens: Tokens | None = SAME, loss: str = SPARSE, **more: Any) -> Any:
    return read(reader(*layers, loss=loss, **more), token_data(tokens))


@pytest.mark.parametrize(
    ("layers", "tokens", "told"),
    [
        ((embedding(), recurrent("GRU", sequences=True)), SAME, "equal the inputs"),
        ((embedding(), layer("MultiHeadAttention")), SAME, "equal the inputs"),
        ((embedding(), recurrent()), LAST, "are the last token of each row"),
    ],
)
def test_fires_where_the_labels_are_cut(
    layers: tuple[Layer, ...], tokens: Tokens, told: str
) -> None:
    finding = next_token_not_shifted.match(
        evidence(fits=[run(*layers, tokens=tokens)], program=PROGRAM)
    )

    assert finding is not None
    assert finding.line == 2
    assert told in finding.evidence


@pytest.mark.parametrize(
    "given",
    [
        run(embedding(), recurrent(sequences=True), tokens=None),
        run(embedding(), recurrent(), layer("RepeatVector"), recurrent(sequences=True)),
        run(embedding(), recurrent(sequences=True), kind="subclassed"),
        run(embedding(), recurrent(), tokens=LAST, loss="mean_squared_error"),
        run(recurrent(sequences=True)),
    ],
    ids=["shifted", "an autoencoder", "perhaps an autoencoder", "numbers to forecast", "no tokens"],
)
def test_is_silent_on(given: Any) -> None:
    assert next_token_not_shifted.match(evidence(fits=[given], program=PROGRAM)) is None


DECODER = """\
encoded = load()
given = target.copy()
model.fit([encoded, given], target)
"""


def test_fires_at_the_input_of_a_decoder_that_is_its_target() -> None:
    seen = replace(run(embedding(), recurrent("GRU", sequences=True), tokens=None), line=3)
    seen = replace(seen, train=replace(seen.train, repeats="0/1"))

    finding = next_token_not_shifted.match(evidence(fits=[seen], program=DECODER))

    assert finding is not None
    assert finding.line == 2
    assert "equals the labels" in finding.evidence


FILLED = """\
for i, sentence in enumerate(sentences):
    for t, word in enumerate(sentence):
        given[i, t] = numbers[word]
        target[i, t, numbers[word]] = 1.0
model.fit([encoded, given], target)
"""


def test_fires_where_one_hot_labels_are_filled_in_beside_the_input_that_they_equal() -> None:
    seen = replace(run(recurrent(sequences=True), loss="categorical_crossentropy"), line=5)
    seen = replace(seen, train=replace(seen.train, repeats="0/1"))

    finding = next_token_not_shifted.match(evidence(fits=[seen], program=FILLED))

    assert finding is not None
    assert finding.line == 4
    assert "target then holds what follows" in finding.change


def test_points_at_the_call_that_gets_one_array_as_decoder_input_and_labels() -> None:
    program = "target[i, n] = END\nmodel.fit([encoded, target], target)\n"
    seen = replace(run(embedding(), recurrent("GRU", sequences=True), tokens=None), line=2)
    seen = replace(seen, train=replace(seen.train, repeats="0/1"))

    finding = next_token_not_shifted.match(evidence(fits=[seen], program=program))

    assert finding is not None
    assert finding.line == 2
    assert "begin with the start token" in finding.change
