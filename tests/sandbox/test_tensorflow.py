"""Training works in a child: what initialises TensorFlow before the fork makes it hang."""

from dataclasses import replace

import pytest

from etude.domain.worker_protocol import DEFAULT_PRELOAD
from etude.sandbox import open_sandbox

TRAINING = """
import keras, tensorflow as tf
keras.utils.set_random_seed(0)
x = numpy.random.rand(64, 8).astype("float32")
data = tf.data.Dataset.from_tensor_slices((x, x.sum(1))).batch(16).prefetch(tf.data.AUTOTUNE)
model = keras.Sequential([keras.layers.Dense(4, activation="relu"), keras.layers.Dense(1)])
model.compile("adam", "mse")
history = model.fit(data, epochs=2, verbose=0)
model.save("model.keras")
model.export("saved", verbose=False)
facts.emit("history", loss=history.history["loss"])
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize("level", [1, 2, 3])
def test_training_and_saving_work_and_repeat(level, light, program, tmp_path):
    chosen = replace(light, preload=DEFAULT_PRELOAD)
    job = program(TRAINING, artifacts=("model.keras", "saved"))

    with open_sandbox(
        runtime_dir=tmp_path / "rt",
        minimum_level=level,
        maximum_level=level,
        background=False,
        settings=chosen,
    ) as sandbox:
        first, second = sandbox.run(job), sandbox.run(job)

    assert (first.fault, second.fault) == (None, None), first.detail
    assert first.artifacts["model.keras"].content
    assert first.artifacts["saved/saved_model.pb"].content
    assert _losses(first) == _losses(second)


def _losses(outcome):
    return next(frame["loss"] for frame in outcome.frames if frame["kind"] == "history")


@pytest.mark.tensorflow
def test_runtime_started_too_early_is_noticed(light, program, tmp_path):
    (tmp_path / "too_early.py").write_text("import tensorflow as tf\ntf.constant(1) + 1\n")
    chosen = replace(
        light,
        preload=("tensorflow", "too_early"),
        import_paths=(str(tmp_path), *light.import_paths),
    )

    with open_sandbox(
        runtime_dir=tmp_path / "rt", maximum_level=1, background=False, settings=chosen
    ) as sandbox:
        outcome = sandbox.run(program("pass"))

    assert "runtime was started" in outcome.detail
