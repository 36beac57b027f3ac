"""Decoders that are called step by step, and what becomes of their state."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import state_not_taken_up

PROGRAM = """\
import tensorflow as tf
class Decoder(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.gru = tf.keras.layers.GRU(8, return_sequences=True, return_state=True)
        self.attention = Attention()
    def call(self, x, hidden, encoded):
        context = self.attention(hidden, encoded)
        x = tf.concat([context, x], axis=-1)
        output, state = self.gru(x)
        return self.out(output), state
encoder, decoder = Encoder(), Decoder()
def step(words):
    state = encoder(words)
    for t in range(5):
        logits, state = decoder(words[:, t], state, encoded)
"""


def test_fires_where_the_state_comes_back_and_the_layer_begins_anew() -> None:
    finding = state_not_taken_up.match(evidence(program=PROGRAM))

    assert finding is not None
    assert finding.line == 10
    assert "returned back to it as `hidden`" in finding.evidence
    assert "self.gru(x, initial_state=hidden)" in finding.change


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("self.gru(x)", "self.gru(x, initial_state=hidden)"),
        ("self.gru(x)", "self.gru(x, hidden)"),
        ("[context, x]", "[context, hidden, x]"),
        ("return self.out(output), state", "return self.out(output), context"),
        ("logits, state = decoder", "logits, _ = decoder"),
        ("for t in range(5):", "if True:"),
        ("GRU(8, return_sequences=True, return_state=True)", "Dense(8)"),
    ],
    ids=[
        "taken up",
        "taken up by place",
        "mixed into the inputs",
        "not returned",
        "not handed back",
        "called once",
        "not recurrent",
    ],
)
def test_is_silent_otherwise(old: str, new: str) -> None:
    assert state_not_taken_up.match(evidence(program=PROGRAM.replace(old, new))) is None
