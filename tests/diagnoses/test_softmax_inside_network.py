"""A softmax between layers that learn features."""

from described import dense, evidence, layer, model

from etude.diagnoses.catalogue import softmax_inside_network as diagnosis


def test_fires_at_the_inner_layer() -> None:
    of = model(dense(32, "softmax", line=2), layer("Dropout"), dense(3, "softmax", line=4))

    finding = diagnosis.match(evidence(models=[of]))

    assert finding is not None
    assert finding.line == 2
    assert "Dense(32) ends in a softmax and feeds Dense(3)" in finding.evidence


def test_is_silent_on_the_last_layer_and_on_gates() -> None:
    last = model(dense(32, "relu"), dense(3, "softmax"))
    gate = model(dense(32, "softmax"), layer("Multiply"), dense(3))

    assert diagnosis.match(evidence(models=[last, gate])) is None


def test_fires_at_a_softmax_that_is_a_layer_of_its_own() -> None:
    for own in (layer("Softmax", line=3), layer("Activation", activation="softmax", line=3)):
        of = model(dense(32, line=2), own, dense(3, "softmax", line=4))

        finding = diagnosis.match(evidence(models=[of]))

        assert finding is not None
        assert finding.line == 3
        assert "Dense(32) ends in a softmax and feeds Dense(3)" in finding.evidence
