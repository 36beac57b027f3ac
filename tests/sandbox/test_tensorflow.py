"""TensorFlow works in a child: what initialises it before the fork makes the child hang."""

from dataclasses import replace

import pytest
from light import LIGHT

from etude.domain.worker_protocol import DEFAULT_PRELOAD
from etude.sandbox import open_sandbox

pytestmark = [pytest.mark.tensorflow, pytest.mark.slow]

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

FILES = """
import os, tarfile
import keras, tensorflow as tf
from etude.worker.thread_locks import use_thread_locks_if_needed
use_thread_locks_if_needed()
with tf.io.TFRecordWriter("a.tfrecord") as writer: writer.write(b"one")
tf.io.gfile.copy("a.tfrecord", "b.tfrecord"); tf.io.gfile.makedirs("d/e")
tf.io.gfile.rename("b.tfrecord", "d/e/c.tfrecord")
(found,) = tf.io.gfile.glob("d/e/*.tfrecord")
print([record.numpy() for record in tf.data.TFRecordDataset(found)])
x = numpy.random.rand(32, 4).astype("float32")
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x, x.sum(1), epochs=1, verbose=0, callbacks=[
    keras.callbacks.CSVLogger("log.csv"),
    keras.callbacks.BackupAndRestore("backup"), keras.callbacks.ModelCheckpoint("best.keras"),
])
with tf.summary.create_file_writer("logs").as_default(): tf.summary.write("loss", 1.0, step=0)
tf.train.Checkpoint(model=model).save("checkpoints/one")
tf.data.Dataset.range(4).cache("cache").snapshot("snapshot").save("dataset")
print(len(list(tf.data.Dataset.load("dataset"))), open("log.csv").read(), os.listdir("logs"))
os.makedirs("pictures/cat")
keras.utils.save_img("pictures/cat/1.png", numpy.zeros((4, 4, 3)))
print(keras.utils.image_dataset_from_directory("pictures", image_size=(4, 4), verbose=False))
with tarfile.open("packed.tar.gz", "w:gz") as file: file.add("pictures")
path = keras.utils.get_file("packed", "file://" + os.path.abspath("packed.tar.gz"), extract=True)
print([name for _, _, names in os.walk(path) for name in names])
"""


@pytest.fixture(scope="module", params=[1, 2, 3], ids=lambda level: f"level {level}")
def tensorflow_sandbox(request, tmp_path_factory):
    with open_sandbox(
        runtime_dir=tmp_path_factory.mktemp("rt") / "rt",
        minimum_level=request.param,
        maximum_level=request.param,
        background=False,
        settings=replace(LIGHT, preload=DEFAULT_PRELOAD),
    ) as sandbox:
        yield sandbox


def test_training_and_saving_work_and_repeat(tensorflow_sandbox, program):
    job = program(TRAINING, artifacts=("model.keras", "saved"))

    first, second = tensorflow_sandbox.run(job), tensorflow_sandbox.run(job)

    assert (first.fault, second.fault) == (None, None), first.detail
    assert first.artifacts["model.keras"].content
    assert first.artifacts["saved/saved_model.pb"].content
    assert _losses(first) == _losses(second)


def _losses(outcome):
    return next(frame["loss"] for frame in outcome.frames if frame["kind"] == "history")


def test_everything_that_is_written_to_files_can_be_written(tensorflow_sandbox, program):
    outcome = tensorflow_sandbox.run(program(FILES))

    assert outcome.fault is None, outcome.detail
    assert "1.png" in outcome.stdout


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
