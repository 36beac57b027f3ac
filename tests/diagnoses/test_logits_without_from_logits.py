"""Raw outputs under a loss that expects probabilities."""

from dataclasses import replace

from described import dense, evidence, fit, integers, layer, model

from etude.diagnoses.catalogue import logits_without_from_logits

PROGRAM = """\
model = keras.Sequential([keras.layers.Dense(3)])
model.compile(
    optimizer="adam",
    loss=keras.losses.SparseCategoricalCrossentropy(),
)
"""


def test_fires_at_the_layer_when_the_loss_is_a_name() -> None:
    trained = model(dense(3, line=1), loss="sparse_categorical_crossentropy")

    finding = logits_without_from_logits.match(evidence(models=[trained], program=PROGRAM))

    assert finding is not None
    assert finding.line == 1
    assert "Dense(3)" in finding.evidence
    assert finding.change.startswith('add activation="softmax"')


def test_fires_at_the_loss_when_it_is_an_object() -> None:
    trained = model(
        dense(3, line=1),
        loss="sparse_categorical_crossentropy",
        given_as="SparseCategoricalCrossentropy",
    )

    finding = logits_without_from_logits.match(evidence(models=[trained], program=PROGRAM))

    assert finding is not None
    assert finding.line == 4
    assert finding.change.startswith("add from_logits=True")


def test_tells_the_accuracy_that_was_reached() -> None:
    trained = model(dense(3), loss="sparse_categorical_crossentropy")
    run = replace(fit(trained, labels=integers(0, 1, 2)), epochs=[{"accuracy": 0.57}])

    finding = logits_without_from_logits.match(evidence(fits=[run]))

    assert finding is not None
    assert "accuracy after 1 epoch: 0.57" in finding.evidence


def test_is_silent_when_the_loss_knows() -> None:
    trained = model(dense(3), loss="sparse_categorical_crossentropy", from_logits=True)

    assert logits_without_from_logits.match(evidence(models=[trained])) is None


def test_is_silent_when_an_activation_layer_follows() -> None:
    softmax = layer("Activation", activation="softmax", shape=[None, 3])
    trained = model(dense(3), softmax, loss="sparse_categorical_crossentropy")

    assert logits_without_from_logits.match(evidence(models=[trained])) is None


def test_is_silent_when_an_unknown_layer_follows() -> None:
    trained = model(dense(3), layer("Lambda", shape=[None, 3]), loss="binary_crossentropy")

    assert logits_without_from_logits.match(evidence(models=[trained])) is None


def test_is_silent_for_regression() -> None:
    assert (
        logits_without_from_logits.match(evidence(models=[model(dense(1), loss="huber")])) is None
    )
