"""Models that join what was read from the end with what was read from the start."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from described import evidence, layer, model

from etude.diagnoses.catalogue import backward_steps_not_turned
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Layer


def wired(name: str, one: Layer, *paths: str) -> Layer:
    return replace(one, name=name, calls=[list(paths)] if paths else [])


def recurrent(kind: str = "LSTM", *, line: int = 0, **config: bool) -> Layer:
    return layer(kind, line=line, return_sequences=True, **config)


START = (wired("start", layer("InputLayer")), wired("words", layer("Embedding"), "start"))
FORWARD = wired("forward", recurrent(), "words")
BACKWARD = wired("backward", recurrent(line=6, go_backwards=True), "words")
TAGS = wired("tags", layer("Dense"), "joint")


def seen(*layers: Layer) -> Evidence:
    of = replace(model(layer("Dense")), layers=[*START, *layers])
    return evidence(models=[of])


@pytest.mark.parametrize("kind", ["Concatenate", "Add", "Average"])
def test_fires_where_both_directions_are_joined_as_they_are(kind: str) -> None:
    joint = wired("joint", layer(kind), "forward", "backward")

    finding = backward_steps_not_turned.match(seen(FORWARD, BACKWARD, joint, TAGS))

    assert finding is not None
    assert finding.line == 6
    assert f"{kind} lays that beside steps in their own order" in finding.evidence
    assert "keras.ops.flip" in finding.change


def test_fires_where_the_words_themselves_are_what_it_is_joined_with() -> None:
    dropped = wired("dropped", layer("Dropout"), "backward")
    joint = wired("joint", layer("Concatenate", axis=2), "words", "dropped")
    after = wired("after", layer("Dropout"), "joint")

    finding = backward_steps_not_turned.match(
        seen(BACKWARD, dropped, joint, after, wired("tags", recurrent("GRU"), "after"))
    )

    assert finding is not None


@pytest.mark.parametrize(
    "between",
    [
        [wired("turned", layer("Flip"), "backward")],
        [wired("turned", layer("Lambda"), "backward")],
        [wired("turned", recurrent("GRU", go_backwards=True), "backward")],
    ],
    ids=["flipped", "some function", "read from the end once more"],
)
def test_is_silent_where_the_steps_are_turned_round(between: Sequence[Layer]) -> None:
    joint = wired("joint", layer("Concatenate"), "forward", "turned")

    assert backward_steps_not_turned.match(seen(FORWARD, BACKWARD, *between, joint, TAGS)) is None


@pytest.mark.parametrize("kind", ["GlobalMaxPooling1D", "Flatten", "GetItem"])
def test_is_silent_where_nothing_looks_at_single_steps(kind: str) -> None:
    joint = wired("joint", layer("Concatenate"), "forward", "backward")
    after = wired("after", layer(kind), "joint")

    found = seen(FORWARD, BACKWARD, joint, after, wired("end", layer("Dense"), "after"))

    assert backward_steps_not_turned.match(found) is None


def test_is_silent_about_last_states_and_about_steps_put_one_after_another() -> None:
    last = wired("backward", layer("LSTM", go_backwards=True), "words")
    ends = wired("joint", layer("Concatenate"), "forward", "backward")
    behind = wired("joint", layer("Concatenate", axis=1), "forward", "backward")

    assert backward_steps_not_turned.match(seen(FORWARD, last, ends, TAGS)) is None
    assert backward_steps_not_turned.match(seen(FORWARD, BACKWARD, behind, TAGS)) is None
