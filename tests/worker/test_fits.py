"""Every way of calling ``fit`` is seen, and none is changed by being seen."""

import json

import pytest
from watched import Watch

from etude.domain.observations import Fit

pytestmark = pytest.mark.tensorflow

MODEL = """
import json, keras, numpy as np, tensorflow as tf
rng = np.random.default_rng(0)
x = rng.normal(size=(48, 4)).astype("float32")
y = (x[:, 0] > 0).astype("int32")
xv, yv = x[:16] + 0.1, y[:16]

def build(kind=keras.Model, rate=0.1):
    inputs = keras.Input((4,))
    hidden = keras.layers.Dropout(0.3)(keras.layers.Dense(4, activation="relu")(inputs))
    model = kind(inputs, keras.layers.Dense(2)(hidden))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(rate), loss, metrics=["accuracy"])
    return model

model = build()
"""


def only_fit(watch: Watch, program: str) -> Fit:
    """The single fit of a program that ends well."""
    seen = watch(MODEL + program)
    assert seen.outcome.fault is None, seen.outcome.detail + seen.outcome.stderr
    assert len(seen.evidence.fits) == 1
    return seen.evidence.fits[0]


CALLS = {
    "by name": "model.fit(x=x, y=y, epochs=2, validation_data=(xv, yv), verbose=0)",
    "by position": "model.fit(x, y, 16, 2, 0, None, 0.0, (xv, yv))",
    "validation split": "model.fit(x, y, epochs=2, validation_split=0.25, verbose=0)",
    "a dataset": (
        "ds = tf.data.Dataset.from_tensor_slices((x, y)).batch(16)\n"
        "model.fit(ds, epochs=2, validation_data=ds.take(1), verbose=0)"
    ),
    "a callback list": (
        "own = keras.callbacks.CallbackList([keras.callbacks.TerminateOnNaN()], add_history=True,"
        " model=model, epochs=2, steps=2, verbose=0)\n"
        "model.fit(x, y, epochs=2, validation_data=(xv, yv), callbacks=own, verbose=0)\n"
        "assert len(own.callbacks) == 2, own.callbacks"
    ),
    "one callback, no list": (
        "model.fit(x, y, epochs=2, validation_data=(xv, yv), verbose=0,"
        " callbacks=keras.callbacks.TerminateOnNaN())"
    ),
    "a tuple of callbacks": (
        "model.fit(x, y, epochs=2, validation_data=(xv, yv), verbose=0,"
        " callbacks=(keras.callbacks.TerminateOnNaN(),))"
    ),
    "a generator": (
        "def rows():\n    while True:\n        yield x[:16], y[:16]\n"
        "model.fit(rows(), steps_per_epoch=2, epochs=2, validation_data=(xv, yv), verbose=0)"
    ),
    "a PyDataset": (
        "class Rows(keras.utils.PyDataset):\n"
        "    def __len__(self):\n        return 3\n"
        "    def __getitem__(self, i):\n        return x[i*16:i*16+16], y[i*16:i*16+16]\n"
        "model.fit(Rows(), epochs=2, validation_data=(xv, yv), verbose=0)"
    ),
    "eager": (
        "model.run_eagerly = True\nmodel.fit(x, y, epochs=2, validation_data=(xv, yv), verbose=0)"
    ),
    "a model that overrides fit": (
        "class Own(keras.Model):\n"
        "    def fit(self, data, **kwargs):\n        return super().fit(*data, **kwargs)\n"
        "model = build(Own)\n"
        "model.fit((x, y), epochs=2, validation_data=(xv, yv), verbose=0)"
    ),
    "a model that overrides train_step": (
        "class Own(keras.Model):\n"
        "    def train_step(self, data):\n"
        "        logs = super().train_step(data)\n"
        "        return {**logs, 'rows': tf.constant([1.0, 2.0])}\n"
        "model = build(Own)\n"
        "model.fit(x, y, epochs=2, validation_data=(xv, yv), verbose=0)"
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("how", CALLS)
def test_every_epoch_is_seen_and_the_same_to_the_last_bit_unseen(how: str, watch: Watch) -> None:
    program = MODEL + CALLS[how] + "\nprint(json.dumps(model.history.history, default=repr))\n"

    seen, unseen = watch(program), watch(program, observe=False)

    assert seen.outcome.fault is None, seen.outcome.detail + seen.outcome.stderr
    assert seen.outcome.stdout.splitlines()[-1] == unseen.outcome.stdout.splitlines()[-1]
    assert len(json.loads(unseen.outcome.stdout.splitlines()[-1])["loss"]) == 2
    (fit,) = seen.evidence.fits
    assert fit.finished
    assert len(fit.epochs) == 2
    for logs in fit.epochs:
        assert {"loss", "accuracy", "val_loss", "val_accuracy", "learning_rate"} <= set(logs)
        assert logs["learning_rate"] == pytest.approx(0.1)


def test_a_measure_of_each_class_is_logged_by_its_name(watch: Watch) -> None:
    ending = (
        "model = keras.Sequential([keras.Input((3,)), keras.layers.Dense({units}, 'sigmoid')])\n"
        "model.compile('sgd', 'mse', metrics=[keras.metrics.F1Score(threshold=0.5)])\n"
        "model.fit(np.ones((8, 3)), np.ones((8, {units})), verbose=0)"
    )

    one, several = (
        watch("import keras, numpy as np\n" + ending.format(units=units)).evidence.fits[0]
        for units in (1, 2)
    )

    assert isinstance(one.epochs[0]["f1_score"], float)
    assert "f1_score" in several.log_names
    assert "f1_score" not in several.epochs[0]


PIPELINES = {
    "reshuffled": "ds.shuffle(48).batch(8)",
    "with a seed": "ds.shuffle(48, seed=3).batch(8)",
    "random map": "ds.map(lambda a, b: (a + tf.random.normal([4]), b)).batch(8)",
    "random layer": "ds.batch(8).map(lambda a, b: (keep(a, training=True), b))",
    "cached": "ds.cache().shuffle(48).batch(8).prefetch(2)",
    "cached in a file": "ds.shuffle(48).batch(8).cache('cached')",
    "Python in map": (
        "ds.map(lambda a, b: (tf.numpy_function("
        "lambda v: v + np.random.normal(size=4).astype('float32'), [a], tf.float32), b)).batch(8)"
        ".map(lambda a, b: (tf.ensure_shape(a, [None, 4]), b))"
    ),
    "zipped after shuffling": (
        "tf.data.Dataset.zip((ds.shuffle(48), ds)).map(lambda p, q: p).batch(8)"
    ),
    "a generator": (
        "tf.data.Dataset.from_generator(lambda: iter(zip(x, y)), output_signature=("
        "tf.TensorSpec([4]), tf.TensorSpec([], tf.int32))).batch(8)"
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", PIPELINES)
def test_a_pipeline_yields_the_same_batches_when_nobody_looks(name: str, watch: Watch) -> None:
    program = f"""{MODEL}
keep = keras.layers.Dropout(0.5)
ds = tf.data.Dataset.from_tensor_slices((x, y))
train = {PIPELINES[name]}
model.evaluate(train, verbose=0)
model.fit(train, epochs=2, validation_data=train, verbose=0)
model.fit(train, epochs=1, verbose=0)
print(json.dumps([model.history.history, [float(tf.reduce_sum(a)) for a, b in train]]))
"""

    seen, unseen = watch(program), watch(program, observe=False)

    assert unseen.outcome.fault is None, unseen.outcome.detail
    assert seen.outcome.stdout.splitlines()[-1] == unseen.outcome.stdout.splitlines()[-1]


def test_callbacks_keep_their_order_and_come_before_ours(watch: Watch) -> None:
    seen = watch(
        MODEL
        + """
class Noting(keras.callbacks.Callback):
    def __init__(self, name):
        self.name = name
    def on_epoch_end(self, epoch, logs=None):
        print(self.name)
        logs[self.name] = 1.0
model.fit(x, y, epochs=1, verbose=0, callbacks=[Noting("first"), Noting("second")])
"""
    )

    assert seen.outcome.stdout.split() == ["first", "second"]
    assert {"first", "second"} <= set(seen.evidence.fits[0].epochs[0])


def test_what_callbacks_ended_with_is_told(watch: Watch) -> None:
    fit = only_fit(
        watch,
        """
best = keras.callbacks.ModelCheckpoint(
    "best.weights.h5", monitor="val_accuracy", save_best_only=True, save_weights_only=True)
class Patient(keras.callbacks.EarlyStopping):
    pass
stop = Patient(monitor="val_loss", patience=1, min_delta=10.0)
model.fit(x, y, epochs=9, validation_data=(xv, yv), callbacks=[best, stop], verbose=0)
""",
    )

    best, stop = fit.callbacks
    assert best.kind == "ModelCheckpoint"
    assert best.options["direction"] == "max"
    assert best.options["best"] == max(fit.series("val_accuracy"))
    assert best.line == MODEL.count("\n") + 2
    assert stop.is_a("EarlyStopping")
    assert stop.options["stopped_epoch"] == len(fit.epochs) - 1
    assert stop.options["direction"] == "min"
    assert best.key != stop.key


def test_callbacks_that_were_never_passed_are_told_too(watch: Watch) -> None:
    seen = watch(
        MODEL
        + """
stop = keras.callbacks.EarlyStopping(patience=1)
model.fit(x, y, epochs=1, verbose=0)
"""
    )

    made = seen.evidence.calls_of("callback")
    assert [call.arguments["class"] for call in made] == ["EarlyStopping"]
    assert seen.evidence.fits[0].callbacks == []


def test_a_fit_that_raises_ends_unfinished_with_its_own_error(watch: Watch) -> None:
    seen = watch(MODEL + "model.fit(x, y[:10], verbose=0)\n")

    assert not seen.evidence.fits[0].finished
    assert seen.evidence.error is not None
    assert seen.evidence.error.line == MODEL.count("\n") + 1
    assert "cardinality" in seen.evidence.error.message or "size" in seen.evidence.error.message


def test_an_interrupt_inside_fit_is_told(watch: Watch) -> None:
    seen = watch(
        MODEL
        + """
class Interrupting(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        if epoch == 1:
            raise KeyboardInterrupt
try:
    model.fit(x, y, epochs=5, verbose=0, callbacks=[Interrupting()])
except KeyboardInterrupt:
    print("interrupted")
"""
    )

    assert "interrupted" in seen.outcome.stdout
    assert not seen.evidence.fits[0].finished
    assert len(seen.evidence.fits[0].epochs) == 1


def test_wrong_arguments_are_left_to_keras(watch: Watch) -> None:
    seen = watch(MODEL + "model.fit(x, y, epoch=2)\n")

    assert seen.evidence.error is not None
    assert seen.evidence.error.type == "TypeError"
    assert "epoch" in seen.evidence.error.message


def test_a_model_that_was_not_compiled_gets_keras_own_error(watch: Watch) -> None:
    seen = watch(MODEL + "keras.Sequential([keras.layers.Dense(2)]).fit(x, y)\n")

    assert seen.evidence.error is not None
    assert "compile" in seen.evidence.error.message


@pytest.mark.parametrize(
    ("weights", "told"),
    [("np.full(48, 3.0)", 3.0), ("tf.range(48)", 23.5), ("{'a': np.ones(48)}", None)],
)
def test_what_an_example_weighs_is_told(weights: str, told: float | None, watch: Watch) -> None:
    given = f"model.fit(x, y, sample_weight={weights}, verbose=0)\n"
    call = given if told else f"try:\n    {given}except Exception:\n    pass\n"

    assert only_fit(watch, call).arguments["sample_weight"] == told


def test_something_that_is_no_callback_gets_keras_own_error(watch: Watch) -> None:
    program = MODEL + "model.fit(x, y, verbose=0, callbacks=[keras.callbacks.EarlyStopping])\n"

    seen, unseen = watch(program), watch(program, observe=False)

    assert unseen.evidence.error is not None
    assert seen.evidence.error == unseen.evidence.error


def test_the_validation_inside_fit_is_no_call_of_the_learner(watch: Watch) -> None:
    seen = watch(
        MODEL
        + """
class Looking(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.model.predict(x[:2], verbose=0)
model.fit(x, y, epochs=2, validation_data=(xv, yv), verbose=0, callbacks=[Looking()])
"""
    )

    assert seen.evidence.calls_of("Model.evaluate") == []
    assert len(seen.evidence.calls_of("Model.predict")) == 2


def test_nan_in_weights_is_told(watch: Watch) -> None:
    fit = only_fit(watch, "x[0, 0] = np.nan\nmodel.fit(x, y, epochs=1, verbose=0)")

    assert fit.nan_weights


OVERLAPS = {
    "same": "model.fit(x, y, validation_data=(x, y), verbose=0)",
    "part": "model.fit(x, y, validation_data=(x[:9], y[:9]), verbose=0)",
    "same ": "ds = tf.data.Dataset.from_tensor_slices((x, y)).batch(8)\n"
    "model.fit(ds.shuffle(9), validation_data=ds, verbose=0)",
    "same  ": "make = lambda: tf.data.Dataset.from_tensor_slices((x, y))\n"
    "model.fit(make().shuffle(9).batch(4), validation_data=make().batch(8), verbose=0)",
    "part ": "ds = tf.data.Dataset.from_tensor_slices((x, y))\n"
    "model.fit(ds.batch(8), validation_data=ds.take(9).batch(8), verbose=0)",
    "": "model.fit(x[9:], y[9:], validation_data=(x[:9], y[:9]), verbose=0)",
    " ": "ds = tf.data.Dataset.from_tensor_slices((x, y))\n"
    "model.fit(ds.skip(9).batch(8), validation_data=ds.take(9).batch(8), verbose=0)",
    "  ": "model.fit(x, y, validation_split=0.2, verbose=0)",
    "   ": "make = tf.data.Dataset.from_tensor_slices\n"
    "model.fit(make((x, y)).batch(8), validation_data=make((xv, yv)).batch(8), verbose=0)",
}


@pytest.mark.parametrize("expected", OVERLAPS)
def test_validation_on_training_data_is_seen(expected: str, watch: Watch) -> None:
    fit = only_fit(watch, OVERLAPS[expected])

    assert fit.overlap == expected.strip()


def test_the_batches_of_a_python_generator_are_compared(watch: Watch) -> None:
    fit = only_fit(
        watch,
        """
def batches():
    for step in range(14):
        place = 8 * (step % 2)
        yield x[place : place + 8], y[place : place + 8]

model.fit(batches(), steps_per_epoch=5, epochs=2, verbose=0)
""",
    )

    assert len(fit.batch_keys) >= 10
    assert len(set(fit.batch_keys)) == 2
    assert fit.batch_rows == 8


def test_a_model_that_its_first_batch_builds_is_described_as_it_is_trained(watch: Watch) -> None:
    fit = only_fit(
        watch,
        "model = keras.Sequential([keras.layers.Dense(8), keras.layers.Dense(2)])\n"
        "model.compile('sgd', keras.losses.SparseCategoricalCrossentropy(from_logits=True))\n"
        "model.fit(x, y, verbose=0)\n",
    )

    assert fit.model.parameters == 4 * 8 + 8 + 8 * 2 + 2
    assert [output.shape for output in fit.model.outputs] == [[None, 2]]
    assert fit.model.iterations == 0
