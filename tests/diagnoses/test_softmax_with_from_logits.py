"""Softmax in the model and in the loss."""

from described import dense, evidence, layer, model

from etude.diagnoses.catalogue import softmax_with_from_logits
from etude.domain.finding import Severity

PROGRAM = """\
model = keras.Sequential([keras.layers.Dense(3, activation="softmax")])
model.compile(
    loss=keras.losses.SparseCategoricalCrossentropy(
        from_logits=True,
    ),
)
"""


def test_fires_at_from_logits() -> None:
    trained = model(
        dense(3, "softmax", line=1), loss="sparse_categorical_crossentropy", from_logits=True
    )

    finding = softmax_with_from_logits.match(evidence(models=[trained], program=PROGRAM))

    assert finding is not None
    assert finding.line == 4


def test_fires_on_sigmoid_with_a_binary_loss() -> None:
    trained = model(dense(1, "sigmoid"), loss="binary_crossentropy", from_logits=True)

    assert softmax_with_from_logits.match(evidence(models=[trained])) is not None


def test_is_advice_only() -> None:
    assert softmax_with_from_logits.SEVERITY is Severity.WARNING


def test_is_silent_when_the_output_has_no_activation() -> None:
    trained = model(dense(3), loss="sparse_categorical_crossentropy", from_logits=True)

    assert softmax_with_from_logits.match(evidence(models=[trained])) is None


def test_is_silent_in_doubt() -> None:
    unknown = layer("Rescaling", shape=[None, 3])
    trained = model(dense(3, "softmax"), unknown, loss="categorical_crossentropy", from_logits=True)

    assert softmax_with_from_logits.match(evidence(models=[trained])) is None
