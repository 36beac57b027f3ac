"""Layers that see the step that is to be predicted."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, layer, model, numbers

from etude.diagnoses.catalogue import later_steps_visible as diagnosis
from etude.domain.observations import Fit, Layer

ATTENTION = """\
class Block(Layer):
    def build(self, shape):
        self.attention = layers.MultiHeadAttention(2, 8)
    def call(self, x):
        return self.attention(x, x{more})
"""


def _conv(padding: str, size: int = 3) -> Layer:
    return layer("Conv1D", padding=padding, kernel_size=[size], line=4)


def _both_ways(*, sequences: bool) -> Layer:
    inner = layer("LSTM", return_sequences=sequences)
    return replace(layer("Bidirectional", line=4), layers=[inner])


def _fit(*layers: Layer, next_of: str = "0") -> Fit:
    seen = fit(model(*layers, dense(1), loss="mean_squared_error"), labels=numbers(0, 1))
    return replace(seen, train=replace(seen.train, next_of=next_of))


@pytest.mark.parametrize(
    ("seeing", "told"),
    [
        (_conv("same"), 'Conv1D with padding="same"'),
        (_both_ways(sequences=True), "Bidirectional reads the steps from the end"),
    ],
)
def test_fires_at_the_layer(seeing: Layer, told: str) -> None:
    finding = diagnosis.match(evidence(fits=[_fit(seeing)]))

    assert finding is not None
    assert finding.line == 4
    assert told in finding.evidence


def test_fires_where_attention_is_called() -> None:
    program = ATTENTION.format(more="")

    finding = diagnosis.match(evidence(fits=[_fit(layer("Block"))], program=program))

    assert finding is not None
    assert finding.line == 5
    assert finding.change == "call it with use_causal_mask=True"


@pytest.mark.parametrize(
    "found",
    [
        _fit(_conv("causal")),
        _fit(_conv("same", size=1)),
        _fit(_both_ways(sequences=False)),
        _fit(_conv("same"), next_of=""),
        _fit(_conv("same"), next_of="0/1"),
    ],
)
def test_is_silent_on_causal_layers_and_other_labels(found: Fit) -> None:
    assert diagnosis.match(evidence(fits=[found])) is None


def test_is_silent_on_attention_with_a_mask() -> None:
    program = ATTENTION.format(more=", use_causal_mask=True")

    assert diagnosis.match(evidence(fits=[_fit(layer("Block"))], program=program)) is None


def test_fires_where_the_causal_mask_is_refused_though_the_block_is_asked_for_it() -> None:
    program = ATTENTION.format(more=", attention_mask=mask, use_causal_mask=False")
    program += "out = Block()(x, use_causal_mask=True)\n"

    finding = diagnosis.match(evidence(fits=[_fit(layer("Block"))], program=program))

    assert finding is not None
    assert finding.line == 5
    assert "use_causal_mask=False" in finding.evidence


def test_is_silent_on_a_triangle_of_the_programs_own() -> None:
    program = ATTENTION.format(more=", attention_mask=np.tril(ones), use_causal_mask=False")

    assert diagnosis.match(evidence(fits=[_fit(layer("Block"))], program=program)) is None


@pytest.mark.parametrize(
    "mask",
    [
        "1 - tf.linalg.band_part(tf.ones((n, n)), -1, 0)",
        "np.triu(np.ones((1, n, n)), k=1)",
        "tf.cast(np.tril(np.ones((n, n))) == 0, tf.float32)",
        "tf.logical_not(tf.cast(tf.linalg.band_part(tf.ones((n, n)), -1, 0), tf.bool))",
        "tf.maximum(padding, 1.0 - tf.linalg.band_part(tf.ones((n, n)), -1, 0))[None]",
        "~np.tril(np.ones((n, n))).astype(bool)",
    ],
)
@pytest.mark.parametrize("next_of", ["0", "0/1"])
def test_fires_at_a_mask_with_its_ones_at_what_follows(mask: str, next_of: str) -> None:
    program = ATTENTION.format(more=", attention_mask=look_ahead(n)")
    program += f"def look_ahead(n):\n    mask = {mask}\n    return mask\n"

    found = evidence(fits=[_fit(layer("Block"), next_of=next_of)], program=program)
    finding = diagnosis.match(found)

    assert finding is not None
    assert finding.line == 5
    assert "ones at the later steps" in finding.evidence
    assert "turn the mask round" in finding.change


def test_fires_where_attention_is_called_by_keywords() -> None:
    program = """\
def ahead(n):
    return 1 - tf.linalg.band_part(tf.ones((n, n)), -1, 0)
class Block(Layer):
    def build(self, shape):
        self.look = layers.MultiHeadAttention(2, 8)
    def call(self, x):
        mask = ahead(tf.shape(x)[1])[tf.newaxis]
        return self.look(query=x, value=x, key=x, attention_mask=mask)
"""

    finding = diagnosis.match(evidence(fits=[_fit(layer("Block"))], program=program))

    assert finding is not None
    assert finding.line == 8
    assert "ones at the later steps" in finding.evidence


def test_follows_a_mask_that_the_network_around_gives() -> None:
    program = ATTENTION.format(more=", attention_mask=mask")
    program += "mask = np.triu(ones)\nout = Block()(x, mask)\n"

    assert diagnosis.match(evidence(fits=[_fit(layer("Block"))], program=program))


@pytest.mark.parametrize(
    "mask",
    [
        "tf.linalg.band_part(tf.ones((n, n)), -1, 0)",
        "1 - np.triu(np.ones((n, n)), k=1)",
        "tf.cast(np.tril(np.ones((n, n))), bool) & padding",
        "np.triu(np.ones((n, n)), k=1) == 0",
        "tf.linalg.band_part(tf.ones((n, n)), 4, 4)",
        "np.triu(np.ones((n, n))).T",
        "np.transpose(np.triu(np.ones((n, n))))",
        "tf.where(np.triu(np.ones((n, n)), 1) == 1, 0, 1)",
    ],
)
def test_is_silent_on_a_mask_with_its_ones_at_what_came_before(mask: str) -> None:
    program = ATTENTION.format(more=", attention_mask=mask") + f"mask = {mask}\n"

    assert diagnosis.match(evidence(fits=[_fit(layer("Block"))], program=program)) is None
