"""ReLU where probabilities or logits are wanted."""

from described import dense, evidence, layer, model

from etude.diagnoses.catalogue import relu_before_cross_entropy


def test_fires_at_the_activation_layer() -> None:
    activation = layer("ReLU", line=7, shape=[None, 3])
    trained = model(dense(3, line=6), activation, loss="sparse_categorical_crossentropy")

    finding = relu_before_cross_entropy.match(evidence(models=[trained]))

    assert finding is not None
    assert finding.line == 7
    assert "Dense(3) with relu" in finding.evidence


def test_fires_whether_or_not_the_loss_expects_logits() -> None:
    trained = model(dense(1, "relu", line=4), loss="binary_crossentropy", from_logits=True)

    finding = relu_before_cross_entropy.match(evidence(models=[trained]))

    assert finding is not None
    assert finding.line == 4
    assert "sigmoid" in finding.change


def test_is_silent_when_relu_is_further_inside() -> None:
    trained = model(dense(8, "relu"), dense(3, "softmax"), loss="categorical_crossentropy")

    assert relu_before_cross_entropy.match(evidence(models=[trained])) is None


def test_is_silent_for_regression() -> None:
    trained = model(dense(1, "relu"), loss="mean_absolute_error")

    assert relu_before_cross_entropy.match(evidence(models=[trained])) is None
