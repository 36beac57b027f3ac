"""Softmax over a single unit."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, layer, model

from etude.diagnoses.catalogue import softmax_on_one_unit
from etude.domain.observations import Call, Model

PROGRAM = """\
model = keras.Sequential([
    keras.layers.Dense(
        1,
        activation="softmax",
    ),
])
"""


def test_fires_at_the_activation() -> None:
    trained = model(dense(1, "softmax", line=2), loss="binary_crossentropy")

    finding = softmax_on_one_unit.match(evidence(models=[trained], program=PROGRAM))

    assert finding is not None
    assert finding.line == 4


def test_wants_no_activation_for_a_number() -> None:
    rating = model(dense(1, "softmax", line=2), loss="mean_squared_error")

    finding = softmax_on_one_unit.match(evidence(models=[rating]))

    assert finding is not None
    assert finding.change.startswith("leave out the activation")


def test_wants_a_sigmoid_for_yes_and_no_under_a_squared_error() -> None:
    decided = model(dense(1, "softmax", line=2), loss="mean_squared_error")
    seen = evidence(fits=[fit(decided, labels=integers(0, 1))], models=[decided])

    finding = softmax_on_one_unit.match(seen)

    assert finding is not None
    assert finding.change.startswith('use activation="sigmoid" and binary_crossentropy')


def test_fires_on_a_model_that_is_not_compiled() -> None:
    assert softmax_on_one_unit.match(evidence(models=[model(dense(1, "softmax"))])) is not None


def test_is_silent_over_several_units() -> None:
    assert softmax_on_one_unit.match(evidence(models=[model(dense(3, "softmax"))])) is None


def test_is_silent_over_the_steps_of_a_sequence() -> None:
    weights = layer("Softmax", axis=1, shape=[None, 7, 1])
    attention = model(dense(1), weights, output=[None, 7, 1])

    assert softmax_on_one_unit.match(evidence(models=[attention])) is None


def test_fires_on_attention_weights_that_are_all_one() -> None:
    for wrong in (
        layer("Dense", units=1, activation="softmax", shape=[None, 7, 1], line=2),
        layer("Softmax", axis=-1, shape=[None, 7, 1], line=2),
    ):
        attention = model(wrong, layer("Flatten"), dense(2, "softmax"))

        finding = softmax_on_one_unit.match(evidence(models=[attention], program=PROGRAM))

        assert finding is not None
        assert finding.line == 2
        assert "(batch, 7, 1)" in finding.evidence


def test_fires_on_a_mask_of_one_channel() -> None:
    head = layer("Conv2D", filters=1, activation="softmax", shape=[None, 32, 32, 1], line=2)
    segmenter = model(head, loss="binary_crossentropy")

    finding = softmax_on_one_unit.match(evidence(models=[segmenter], program=PROGRAM))

    assert finding is not None
    assert finding.line in (2, 4)


def test_is_silent_on_a_mask_of_several_classes() -> None:
    head = layer("Conv2D", filters=3, activation="softmax", shape=[None, 32, 32, 3])

    assert softmax_on_one_unit.match(evidence(models=[model(head)])) is None


OWN = """\
class Attention(keras.layers.Layer):
    def __init__(self):
        self.score = layers.Dense({units})
    def call(self, steps):
        scores = self.score(steps)
        return tf.nn.softmax(scores{axis})
"""


def test_fires_on_the_scores_of_a_layer_of_ones_own() -> None:
    finding = softmax_on_one_unit.match(evidence(program=OWN.format(units=1, axis="")))

    assert finding is not None
    assert finding.line == 6
    assert "self.score(steps) gives one number" in finding.evidence


@pytest.mark.parametrize(("units", "axis"), [(1, ", axis=1"), (4, ""), (1, ", 1")])
def test_is_silent_on_scores_over_steps_or_of_several_units(units: int, axis: str) -> None:
    assert softmax_on_one_unit.match(evidence(program=OWN.format(units=units, axis=axis))) is None


def taken(*, size: int | None, line: int = 6) -> Call:
    return Call(name="softmax", line=line, arguments={"shape": [None, 30, size], "size": size})


def test_fires_on_a_softmax_that_the_program_takes_of_one_number() -> None:
    finding = softmax_on_one_unit.match(evidence(calls=[taken(size=1)]))

    assert finding is not None
    assert finding.line == 6
    assert "(batch, 30, 1)" in finding.evidence


def test_is_silent_on_a_softmax_over_one_step_that_grows_later() -> None:
    assert softmax_on_one_unit.match(evidence(calls=[taken(size=1), taken(size=2)])) is None
    assert softmax_on_one_unit.match(evidence(calls=[taken(size=None)])) is None


def attention(*, steps: int | None, asks: int | None) -> Model:
    state = replace(layer("Reshape", shape=[None, steps, 8]), name="state")
    sequence = replace(layer("LSTM", shape=[None, asks, 8]), name="sequence")
    looks = replace(layer("Attention", line=7), calls=[["sequence", "state"]])
    return replace(model(dense(1)), layers=[sequence, state, looks])


def test_fires_where_the_steps_ask_about_a_single_state() -> None:
    finding = softmax_on_one_unit.match(evidence(models=[attention(steps=1, asks=20)]))

    assert finding is not None
    assert finding.line == 7
    assert "a single step" in finding.evidence


@pytest.mark.parametrize(("steps", "asks"), [(20, 1), (None, 20), (1, 1), (20, 20)])
def test_is_silent_where_there_is_something_to_choose_from(
    steps: int | None, asks: int | None
) -> None:
    assert softmax_on_one_unit.match(evidence(models=[attention(steps=steps, asks=asks)])) is None
