"""Recurrent layers that are handed a state of another size."""

from dataclasses import replace

import pytest
from described import layer, model
from stopped import failed

from etude.diagnoses.catalogue import feature_count_differs
from etude.diagnoses.catalogue import initial_state_of_other_size as diagnosis
from etude.diagnoses.evidence import Evidence

SAID = (
    "Dimensions must be equal, but are 16 and 8 for "
    "'{{{{node model_1/layer_1/{cell}_cell_1/{op}}}}} = MatMul[T=DT_FLOAT](a, b)' "
    "with input shapes: [?,16], [8,32]."
)
PROGRAM = "encoder = Bidirectional(LSTM(8))\ndecoder = LSTM(8)\nmodel.fit(x, y)\n"


def said(cell: str = "lstm", op: str = "MatMul_1") -> str:
    return SAID.format(cell=cell, op=op)


def ended(message: str, *kinds: str) -> Evidence:
    layers = [
        layer(kind, line=line, **({"units": 8} if kind == "LSTM" else {}))
        for line, kind in enumerate(kinds, 1)
    ]
    return replace(failed(PROGRAM, message), models=[model(*layers)] if layers else [])


def test_points_at_the_layer_that_takes_up_the_state() -> None:
    finding = diagnosis.match(ended(said(), "Bidirectional", "LSTM"))

    assert finding is not None
    assert finding.line == 2
    assert finding.change.startswith("LSTM(16, ...)")
    assert "twice the units of the Bidirectional layer" in finding.change


def test_without_two_directions_the_state_may_be_made_smaller() -> None:
    finding = diagnosis.match(ended(said(), "LSTM"))

    assert finding is not None
    assert "a Dense(8) between" in finding.change


@pytest.mark.parametrize(("cell", "kind"), [("gru", "GRU"), ("simple_rnn", "SimpleRNN")])
def test_fires_on_other_recurrent_layers(cell: str, kind: str) -> None:
    finding = diagnosis.match(ended(said(cell)))

    assert finding is not None
    assert finding.line == 3
    assert finding.about == kind


def test_is_silent_where_the_inputs_do_not_fit() -> None:
    inputs = ended(said(op="MatMul"), "LSTM")

    assert diagnosis.match(inputs) is None
    assert feature_count_differs.match(inputs) is not None


def test_the_state_is_not_taken_for_features() -> None:
    assert feature_count_differs.match(ended(said(), "LSTM")) is None
