"""What a wrapper takes, and what it was given."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import wrapper_wants_a_layer as diagnosis

NO_CELL = "The RNN cell should have a `state_size` attribute. Received: cell=<Dense>"
NO_LAYER = "Please initialize `{}` layer with a `keras.layers.Layer` instance. Received: {}"


@pytest.mark.parametrize(
    ("program", "message", "change"),
    [
        ("RNN(layers.Dense(8))", NO_CELL, "TimeDistributed(layers.Dense(8))"),
        (
            "RNN(layers.LSTM(8))",
            "must be fully-defined. Received: shape=(None, 32) for path='m/rnn/lstm/cell/kernel'",
            "RNN(layers.LSTMCell(8))",
        ),
        ("TimeDistributed('dense')", NO_LAYER.format("TimeDistributed", "dense"), "Dense(16)"),
        ("Bidirectional('lstm')", NO_LAYER.format("Bidirectional", "lstm"), "LSTM(16)"),
    ],
)
def test_what_belongs_there_is_told(program: str, message: str, change: str) -> None:
    finding = diagnosis.match(failed(f"\n\nm = {program}\n", message))

    assert finding is not None
    assert finding.line == 3
    assert change in finding.change


def test_a_class_without_brackets_is_another_mistake() -> None:
    message = NO_LAYER.format("Bidirectional", "<class 'keras.src.layers.rnn.lstm.LSTM'>")

    assert diagnosis.match(failed("\n\nm = Bidirectional(LSTM)\n", message)) is None
