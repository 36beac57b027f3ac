"""One-hot rows under a sparse loss."""

from dataclasses import replace

from described import BATCH, dense, evidence, fit, integers, model, numbers, one_hot

from etude.diagnoses.catalogue import one_hot_labels_with_sparse_loss

PROGRAM = """\
model = keras.Sequential([keras.layers.Dense(3, activation="softmax")])
model.compile(optimizer="adam",
              loss="sparse_categorical_crossentropy")
model.fit(features, labels)
"""


def test_fires_at_the_loss() -> None:
    trained = model(dense(3, "softmax"), loss="sparse_categorical_crossentropy")
    run = fit(trained, labels=one_hot(3))

    finding = one_hot_labels_with_sparse_loss.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 3
    assert "(None, 3) for 3 outputs" in finding.evidence


def test_fires_when_an_exercise_says_so() -> None:
    trained = model(dense(3, "softmax"), loss="sparse_categorical_crossentropy")
    told = {"compiled_with": {"label_kind": "one-hot", "model": {"key": trained.key}}}

    assert one_hot_labels_with_sparse_loss.match(evidence(models=[trained], facts=told))


def test_is_silent_on_a_column_of_class_numbers() -> None:
    trained = model(dense(3, "softmax"), loss="sparse_categorical_crossentropy")
    run = fit(trained, labels=integers(0, 1, 2, shape=(64, 1)))

    assert one_hot_labels_with_sparse_loss.match(evidence(fits=[run])) is None


def test_is_silent_on_one_class_number_per_step() -> None:
    trained = model(
        dense(3, "softmax"), loss="sparse_categorical_crossentropy", output=[None, 3, 3]
    )
    run = fit(trained, labels=integers(0, 1, 2, shape=(64, 3)))

    assert one_hot_labels_with_sparse_loss.match(evidence(fits=[run])) is None


def test_is_silent_with_the_loss_for_one_hot_rows() -> None:
    run = fit(model(dense(3, "softmax"), loss="categorical_crossentropy"), labels=one_hot(3))

    assert one_hot_labels_with_sparse_loss.match(evidence(fits=[run])) is None


def test_an_autoencoder_needs_a_loss_for_values() -> None:
    trained = model(dense(8), loss="sparse_categorical_crossentropy")
    run = fit(trained, labels=numbers(0.0, 1.0, shape=(BATCH, 8)))
    x, y = (replace(run.train.sample[-1], path=path, shape=[BATCH, 8]) for path in ("0", "1"))
    run = replace(run, train=replace(run.train, sample=[x, y]))

    finding = one_hot_labels_with_sparse_loss.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert "the targets are the inputs themselves" in finding.evidence
    assert '"mse"' in finding.change
