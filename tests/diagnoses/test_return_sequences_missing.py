"""A recurrent layer that gives its last state to another, and inputs without a feature axis."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from described import dense, evidence, fit, layer, model

from etude.diagnoses.catalogue import feature_axis_missing, return_sequences_missing
from etude.diagnoses.evidence import Evidence
from etude.domain.error import Error, ErrorFrame
from etude.domain.observations import TensorSample

STACKED = """\
model = keras.Sequential([
    keras.Input((10, 1)),
    keras.layers.LSTM(16, return_sequences=True),
    keras.layers.Bidirectional(keras.layers.LSTM(4)),
    keras.layers.GRU(8),
])
"""
SINGLE = "model = keras.Sequential([\n    keras.layers.LSTM(8),\n])\nmodel.fit(x, y)\n"


def refused(program: str, *, layer: str, shape: str, line: int = 1, found: int = 2) -> Evidence:
    """The sentence of Keras 3.15; in earlier ones something else stands before "layer"."""
    message = (
        f"Input 0 with name 'None' of layer '{layer}' is incompatible with the layer: "
        f"expected ndim=3, found ndim={found}. Full shape received: {shape}"
    )
    frame = ErrorFrame(file="program.py", line=line, function="<module>")
    error = Error(type="ValueError", message=message, frames=[frame])
    return Evidence(source=evidence(program=program).source, errors=[error])


def test_fires_at_the_layer_that_keeps_its_last_state() -> None:
    given = refused(STACKED, layer="gru", shape="(None, 8)")

    finding = return_sequences_missing.match(given)

    assert finding is not None
    assert finding.line == 4
    assert finding.evidence == (
        "LSTM(4) in line 4 gives (None, 8), its last state alone; the GRU after it wants "
        "(batch, steps, features)"
    )
    assert feature_axis_missing.match(given) is None


def test_reads_the_sentence_of_an_earlier_keras() -> None:
    message = (
        'Input 0 of layer "lstm_1" is incompatible with the layer: expected ndim=3, found ndim=2. '
        "Full shape received: (None, 8)"
    )
    program = "keras.layers.LSTM(8)\nkeras.layers.LSTM(4)\n"
    errors = [Error(type="ValueError", message=message)]
    given = Evidence(source=evidence(program=program).source, errors=errors)

    assert return_sequences_missing.match(given) is not None


@pytest.mark.parametrize(
    "program",
    [
        "x = LSTM(units[0])(inputs)\nx = LSTM(units[1])(x)\n",
        "LSTM(width)\nLSTM(width // 2)\n",
        "model.add(LSTM(width))\n",
    ],
    ids=["of a tuple", "by name", "one line in a loop"],
)
def test_fires_at_a_layer_whose_width_is_not_written_out(program: str) -> None:
    given = refused(program, layer="lstm_1", shape="(None, 16)")

    finding = return_sequences_missing.match(given)

    assert finding is not None
    assert finding.line == 1
    assert feature_axis_missing.match(given) is None


def test_the_first_layer_of_unknown_width_lacks_the_feature_axis() -> None:
    given = refused("LSTM(width)\nLSTM(width)\n", layer="lstm", shape="(None, 16)")

    assert return_sequences_missing.match(given) is None
    assert feature_axis_missing.match(given) is not None


def test_a_single_recurrent_layer_lacks_the_feature_axis() -> None:
    given = refused(SINGLE, layer="lstm", shape="(32, 10)", line=4)

    finding = feature_axis_missing.match(given)

    assert finding is not None
    assert finding.line == 4
    assert finding.evidence == "LSTM wants (batch, steps, features) and was given (32, 10)"
    assert return_sequences_missing.match(given) is None


def test_inputs_as_wide_as_no_layer_lack_the_feature_axis_also_in_a_stack() -> None:
    stacked = "keras.layers.LSTM(8, return_sequences=True)\nkeras.layers.LSTM(4)\n"

    assert feature_axis_missing.match(refused(stacked, layer="lstm", shape="(32, 10)")) is not None


@pytest.mark.parametrize(
    "given",
    [
        refused(SINGLE, layer="dense", shape="(32, 10)"),
        refused(SINGLE, layer="lstm", shape="(32, 2, 3, 4)", found=4),
        evidence(program=SINGLE, error="something else"),
    ],
    ids=["a layer that takes two axes", "too many axes", "another error"],
)
def test_both_are_silent_on(given: Evidence) -> None:
    assert return_sequences_missing.match(given) is None
    assert feature_axis_missing.match(given) is None


def _labelled(shape: Sequence[int], *, keeps: bool = False) -> Evidence:
    last = layer("LSTM", line=4, units=8, return_sequences=keeps)
    of = model(last, dense(5, "softmax"), loss="categorical_crossentropy")
    labels = TensorSample(path="1", dtype="float32", shape=list(shape), low=0.0, high=1.0)
    message = "Arguments `target` and `output` must have the same rank (ndim)."
    seen = evidence(fits=[fit(of, labels=labels)])
    return replace(seen, errors=[Error(type="ValueError", message=message)])


def test_fires_on_labels_of_every_step() -> None:
    finding = return_sequences_missing.match(_labelled([64, 10, 5]))

    assert finding is not None
    assert finding.line == 4
    assert "one for each of 10 steps" in finding.evidence


def test_is_silent_when_the_labels_have_no_steps_or_the_layer_gives_them() -> None:
    assert return_sequences_missing.match(_labelled([64, 5])) is None
    assert return_sequences_missing.match(_labelled([64, 10, 5], keeps=True)) is None


def test_labels_of_every_step_may_be_wider_than_the_output() -> None:
    seen = _labelled([64, 3, 2])
    said = "Dimensions must be equal, but are 2 and 3 for sub with input shapes: [?,3,2], [?,3]."

    finding = return_sequences_missing.match(
        replace(seen, errors=[Error(type="ValueError", message=said)])
    )

    assert finding is not None
    assert "as many outputs as a step has values, 2" in finding.change
