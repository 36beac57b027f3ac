"""Two outputs for one label of 0 or 1."""

from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import two_outputs_with_binary_loss

PROGRAM = """\
model = keras.Sequential([
    keras.layers.Dense(
        2, activation="softmax"),
])
"""


def test_fires_at_the_units() -> None:
    trained = model(dense(2, "softmax", line=2), loss="binary_crossentropy")
    run = fit(trained, labels=integers(0, 1))

    finding = two_outputs_with_binary_loss.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 3
    assert "Dense(2)" in finding.evidence


def test_fires_when_an_exercise_says_so() -> None:
    trained = model(dense(2, "softmax"), loss="binary_crossentropy")
    told = {"compiled_with": {"label_kind": "binary", "model": {"key": trained.key}}}

    assert two_outputs_with_binary_loss.match(evidence(models=[trained], facts=told))


def test_is_silent_when_there_are_as_many_labels() -> None:
    trained = model(dense(2, "sigmoid"), loss="binary_crossentropy")

    run = fit(trained, labels=integers(0, 1, shape=(64, 2)))

    assert two_outputs_with_binary_loss.match(evidence(fits=[run])) is None


def test_is_silent_on_one_output() -> None:
    run = fit(model(dense(1, "sigmoid"), loss="binary_crossentropy"), labels=integers(0, 1))

    assert two_outputs_with_binary_loss.match(evidence(fits=[run])) is None


def test_is_silent_when_nothing_is_known_of_the_labels() -> None:
    trained = model(dense(2, "sigmoid"), loss="binary_crossentropy")

    assert two_outputs_with_binary_loss.match(evidence(models=[trained])) is None
