"""Losses of one's own that divide the error."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, model, numbers

from etude.diagnoses.catalogue import loss_divides_by_prediction
from etude.domain.finding import Finding

HEAD = "def measure(y_true, y_pred):\n"
END = "\nmodel.compile(optimizer='sgd', loss=measure)\nmodel.fit(x, y)\n"
STUCK, LEARNED = (9.0, 9.1, 9.0, 9.2), (9.0, 4.0, 1.0, 0.1)


def told(*body: str, losses: tuple[float, ...] = STUCK) -> Finding | None:
    program = HEAD + "\n".join(f"    {line}" for line in body) + END
    of = model(dense(1), loss="measure")
    run = replace(
        fit(of, labels=numbers(0, 1)), epochs=[{"loss": one} for one in losses], finished=True
    )
    return loss_divides_by_prediction.match(evidence(fits=[run], program=program))


@pytest.mark.parametrize(
    ("line", "body"),
    [
        (
            2,
            ["return K.mean(K.square(y_pred - y_true) / K.clip((0.01 * y_pred) ** 2, 1e-7, 9))"],
        ),
        (3, ["error = tf.abs(y_true - y_pred)", "return tf.reduce_mean(error / (y_pred + 1e-6))"]),
        (3, ["d = tf.subtract(y_true, y_pred)", "return tf.math.divide_no_nan(d, y_pred) ** 2"]),
        (4, ["e = y_true - y_pred", "by = tf.abs(y_pred)", "return tf.square(e / by)"]),
    ],
)
def test_fires_where_the_prediction_divides(line: int, body: list[str]) -> None:
    finding = told(*body)

    assert finding is not None
    assert finding.line == line
    assert "measure divides the difference of y_true and y_pred" in finding.evidence


@pytest.mark.parametrize(
    "body",
    [
        ["return tf.abs(y_true - y_pred) / tf.abs(y_true)"],
        ["return 2 * tf.abs(y_true - y_pred) / (tf.abs(y_true) + tf.abs(y_pred))"],
        ["return tf.reduce_sum((y_true - y_pred) ** 2) / tf.cast(tf.shape(y_pred)[0], 'float32')"],
        ["n = y_pred.shape[1]", "return tf.reduce_sum((y_true - y_pred) ** 2) / n"],
        ["m, v = y_pred[:, :1], y_pred[:, 1:]", "return tf.math.log(v) + (y_true - m) ** 2 / v"],
        ["return 1 - 2 * tf.reduce_sum(y_true * y_pred) / tf.reduce_sum(y_pred)"],
        ["return tf.square(y_true - y_pred) / tf.stop_gradient(y_pred)"],
    ],
    ids=["the truth", "both", "a shape", "a size", "a likelihood", "no difference", "no gradient"],
)
def test_is_silent_where_something_else_divides(body: list[str]) -> None:
    assert told(*body) is None


def test_fires_where_the_prediction_ran_away_and_the_loss_stays_as_it_is() -> None:
    body = "return tf.square((y_true - y_pred) / y_pred)"

    assert told(body, losses=(93.0, 10.0, 10.0, 10.0)) is not None
    assert told(body, losses=(93.0, 0.1, 0.1, 0.1)) is None
    assert told(body, losses=(93.0, 10.0, 9.7, 9.9)) is None


def test_is_silent_where_the_loss_came_down() -> None:
    assert told("return tf.square((y_true - y_pred) / y_pred)", losses=LEARNED) is None
