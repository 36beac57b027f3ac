"""A divergence beside an error that is a mean over pixels."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, model, numbers

from etude.diagnoses.catalogue import divergence_outweighs_rebuilding as diagnosis
from etude.domain.finding import Finding
from etude.domain.observations import TensorSample

PROGRAM = """\
def step(x):
    kl = -0.5 * tf.reduce_sum(1 + v - tf.square(m) - tf.exp(v), axis=1)
    error = tf.reduce_mean(tf.square(x - decoder(z)))
    loss = error + tf.reduce_mean(kl)
"""
LAYER = """\
def call(self, inputs):
    kl = -0.5 * tf.reduce_sum(1 + v - tf.square(m) - tf.exp(v), axis=1)
    self.add_loss(tf.reduce_mean(kl))
model.compile(optimizer="adam", loss="mse")
"""
STAYS = [{"loss": one} for one in (0.3, 0.25, 0.24)]


def told(
    program: str = PROGRAM,
    *,
    loss: str = "mean_squared_error",
    values: int = 784,
    high: float = 1.0,
    epochs: list[dict[str, float]] = STAYS,
) -> Finding | None:
    of = model(dense(values), loss=loss, compile_line=4)
    pictures = TensorSample(path="0", dtype="float32", shape=[64, values], low=0.0, high=high)
    trained = fit(of, labels=numbers(0.0, 1.0, shape=(64, values)))
    trained = replace(trained, epochs=epochs, train=replace(trained.train, sample=[pictures]))
    return diagnosis.match(evidence(fits=[trained], program=program))


def test_fires_at_the_mean() -> None:
    finding = told()

    assert finding is not None
    assert finding.line == 3
    assert "784 values, and line 3 takes the mean of their errors" in finding.evidence


def test_fires_at_the_loss_beside_a_layer_that_adds_it() -> None:
    finding = told(LAYER)

    assert finding is not None
    assert finding.line == 4


def test_fires_on_a_logged_divergence_that_is_gone_though_the_loss_fell() -> None:
    gone = [{"loss": 3.0, "kl_loss": 2.5}, {"loss": 0.3, "kl_loss": 0.0001}]

    finding = told(epochs=gone)

    assert finding is not None
    assert "kl_loss came to 0.0001" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        PROGRAM.replace("tf.reduce_mean(kl)", "beta * tf.reduce_mean(kl)"),
        PROGRAM.replace("tf.reduce_mean(kl)", "tf.reduce_mean(kl) / 784"),
        PROGRAM.replace("-0.5 * tf", "-0.0005 * tf"),
        PROGRAM.replace("error +", "784 * error +"),
        PROGRAM.replace("    loss", "    error *= 28 * 28\n    loss"),
        PROGRAM.replace(
            "tf.square(x - decoder(z))", "tf.reduce_sum(tf.square(x - decoder(z)), axis=1)"
        ),
        LAYER.replace("tf.reduce_mean(kl)", "tf.reduce_mean(kl) / 784"),
        LAYER.replace("tf.reduce_mean(kl)", "1e-3 * tf.reduce_mean(kl)"),
    ],
    ids=["beta", "divided", "small", "times", "multiplied", "summed", "layer", "layer times"],
)
def test_is_silent_where_one_part_is_weighed(program: str) -> None:
    assert told(program) is None


def test_is_silent_where_the_code_may_pay() -> None:
    falls = [{"loss": one} for one in (0.3, 0.2, 0.1)]

    assert told(values=8) is None
    assert told(high=255.0) is None
    assert told(epochs=falls) is None


ENTROPY = PROGRAM.replace("tf.square(x - decoder(z))", "binary_crossentropy(x, decoder(z))")


def test_fires_on_a_cross_entropy_that_fell_under_one_bit_with_the_divergence_in_it() -> None:
    falls = [{"loss": one} for one in (0.75, 0.4, 0.31)]

    finding = told(ENTROPY, epochs=falls)

    assert finding is not None
    assert finding.line == 3
    assert "the loss came to 0.31" in finding.evidence
    weighed = ENTROPY.replace("tf.reduce_mean(kl)", "tf.reduce_mean(kl) / 784")
    assert told(weighed, epochs=falls) is None


def test_is_silent_on_a_loss_with_room_for_a_code() -> None:
    falls = [{"loss": one} for one in (5.0, 2.0, 1.5)]

    assert told(ENTROPY, epochs=falls) is None


OWN = (
    LAYER
    + """\
def r_loss(y_true, y_pred):
    return 10 * tf.reduce_mean(tf.square(y_true - y_pred), axis=[1, 2, 3])
"""
)
NOTHING_ADDED = [{"loss": 0.31, "r_loss": 0.3}, {"loss": 0.1001, "r_loss": 0.1}]


def test_fires_in_a_loss_of_ones_own_beside_which_a_layer_adds_nothing() -> None:
    finding = told(OWN, loss="r_loss", epochs=NOTHING_ADDED)

    assert finding is not None
    assert finding.line == 6
    assert "what is added to r_loss came to 0.0001" in finding.evidence


@pytest.mark.parametrize(
    ("program", "epochs"),
    [
        (OWN, [{"loss": 3.0, "r_loss": 1.0}, {"loss": 0.16, "r_loss": 0.1}]),
        (OWN.replace("reduce_mean(tf.square(y", "reduce_sum(tf.square(y"), NOTHING_ADDED),
        (OWN.replace("10 *", "784 *"), NOTHING_ADDED),
    ],
    ids=["something is added", "a sum", "weighed"],
)
def test_is_silent_on_a_loss_of_ones_own_where(
    program: str, epochs: list[dict[str, float]]
) -> None:
    assert told(program, loss="r_loss", epochs=epochs) is None
