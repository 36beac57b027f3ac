"""Dropout after the layer that gives the outputs."""

from described import dense, evidence, layer, model

from etude.diagnoses.catalogue import dropout_on_output as diagnosis

SPARSE = "sparse_categorical_crossentropy"


def test_fires_at_the_dropout() -> None:
    last = layer("Dropout", rate=0.3, line=3, shape=[None, 3])

    finding = diagnosis.match(evidence(models=[model(dense(3, line=2), last, loss=SPARSE)]))

    assert finding is not None
    assert finding.line == 3
    assert "Dropout(0.3) stands between Dense(3)" in finding.evidence


def test_fires_when_only_an_activation_follows() -> None:
    drop, end = layer("Dropout", rate=0.3, line=3), layer("Softmax", shape=[None, 3])

    assert diagnosis.match(evidence(models=[model(dense(3), drop, end, loss=SPARSE)])) is not None


def test_is_silent_on_dropout_inside_and_on_a_part_that_is_not_compiled() -> None:
    drop = layer("Dropout", rate=0.3, shape=[None, 3])

    assert diagnosis.match(evidence(models=[model(dense(8), drop, dense(3), loss=SPARSE)])) is None
    assert diagnosis.match(evidence(models=[model(dense(8), drop)])) is None


def test_fires_behind_an_activation_of_its_own() -> None:
    end, drop = layer("Activation", activation="sigmoid"), layer("Dropout", rate=0.5, line=4)

    trained = model(dense(1), end, drop, loss="binary_crossentropy", output=[None, 1])

    finding = diagnosis.match(evidence(models=[trained]))
    assert finding is not None
    assert finding.line == 4
