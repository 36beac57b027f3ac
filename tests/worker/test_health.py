"""How a model comes out of fit is told, as far as it costs little and runs no code of others."""

import pytest
from watched import Watch

from etude.domain.health import Health

pytestmark = pytest.mark.tensorflow

HEAD = """
import keras, numpy as np, tensorflow as tf
L = keras.layers
keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(256, 4)).astype("float32")
y = 3 * x[:, :1]
def train(*layers, data=None, **more):
    model = keras.Sequential([keras.Input((4,)), *layers])
    model.compile(keras.optimizers.Adam(0.01), "mse")
    model.fit(*(data or (x, y)), epochs=3, verbose=0, **more)
"""


def health(watch: Watch, program: str) -> Health:
    seen = watch(HEAD + program)
    assert seen.outcome.fault is None, seen.outcome.detail
    found = seen.evidence.fits[-1].health
    assert found is not None
    return found


def test_each_layer_tells_what_moved_and_what_gradient_it_gets(watch: Watch) -> None:
    found = health(
        watch, "train(L.Dense(8, activation='relu'), L.BatchNormalization(), L.Dense(1))"
    )

    first, normal, last = found.layers
    assert found.examples >= 8
    assert [layer.kind for layer in found.layers] == ["Dense", "BatchNormalization", "Dense"]
    for layer in (first, last):
        assert layer.change is not None
        assert layer.gradient is not None
        assert layer.change > 0
        assert layer.gradient > 0
        assert layer.line == HEAD.count("\n") + 1
    assert normal.moved is not None
    assert normal.moved > 0
    assert found.label_spread == pytest.approx(3.0, rel=0.5)


def test_dead_units_are_counted(watch: Watch) -> None:
    found = health(watch, "train(L.Dense(8, activation='relu'), L.Dense(1))")
    dead = health(
        watch,
        "low = keras.initializers.Constant(-50)\n"
        "train(L.Dense(8, activation='relu', bias_initializer=low), L.Dense(1))",
    )

    assert (found.layers[0].zero_units or 0.0) < 0.5
    assert dead.layers[0].zero_units == 1.0
    assert dead.layers[0].gradient == 0.0


def test_words_are_counted_whose_vectors_are_zeros(watch: Watch) -> None:
    found = health(
        watch,
        "rows = np.zeros((4, 2)); rows[3] = 1.0\n"
        "words = np.array([[1, 2, 3, 0]] * 64)\n"
        "looked_up = L.Embedding(4, 2, weights=[rows], trainable=False)\n"
        "train(looked_up, L.Flatten(), L.Dense(1), data=(words, y[:64]))",
    )

    assert found.layers[0].zero_rows == pytest.approx(2 / 3)
    assert found.layers[1].zero_rows is None


def test_a_frozen_layer_has_not_moved(watch: Watch) -> None:
    found = health(watch, "train(L.Dense(8, trainable=False), L.Dense(1))")

    assert found.layers[0].change == 0.0
    assert not found.layers[0].trainable


def test_a_pipeline_is_looked_at_by_the_batch_that_was_drawn(watch: Watch) -> None:
    found = health(
        watch,
        "train(L.Dense(1), data=[tf.data.Dataset.from_tensor_slices((x, y)).shuffle(9).batch(16)])",
    )

    assert 8 <= found.examples <= 16


@pytest.mark.parametrize(
    ("layers", "reason"),
    [
        ("L.Lambda(lambda v: v + 1), L.Dense(1)", "own code"),
        ("L.Dense(1, activity_regularizer='l2')", "penalties"),
    ],
)
def test_what_could_leave_a_trace_is_not_run(layers: str, reason: str, watch: Watch) -> None:
    found = health(watch, f"train({layers})")

    assert found.skipped == reason
    assert found.examples == 0
    assert found.layers[-1].change is not None


def test_a_generator_gives_no_sample(watch: Watch) -> None:
    found = health(
        watch,
        "def rows():\n    while True:\n        yield x[:16], y[:16]\n"
        "train(L.Dense(1), data=[rows()], steps_per_epoch=2)",
    )

    assert found.skipped == "no sample"


def test_labels_in_a_row_are_compared_with_outputs_in_a_column_as_fit_does(watch: Watch) -> None:
    seen = watch(HEAD + """
model = keras.Sequential([keras.Input((4,)), L.Dense(8, "relu"), L.Dense(1, "sigmoid")])
model.compile("sgd", "binary_crossentropy")
model.fit(x, (y[:, 0] > 0).astype("int32"), epochs=3, verbose=0)
""")  # fmt: skip

    found = seen.evidence.fits[-1].health
    assert found is not None
    assert found.skipped == ""
    assert found.layers[0].gradient
