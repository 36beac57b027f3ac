"""What is shown of a training: examples as it begins, decisions and forecasts when it has ended."""

import numpy as np
import pytest
from watched import Watch

from etude.grading.seen import seen_of

pytestmark = pytest.mark.tensorflow

PICTURES = """
import keras, numpy as np, tensorflow as tf
rng = np.random.default_rng(0)
y = rng.integers(0, 3, 120)
x = (rng.random((120, 100, 60, 3)) * 40 + y[:, None, None, None] * 80).astype("uint8")
model = keras.Sequential([keras.Input((100, 60, 3)), keras.layers.Rescaling(1 / 255),
                          keras.layers.GlobalAveragePooling2D(), keras.layers.Dense(3)])
loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile("adam", loss)
"""


def test_pictures_are_shown_small_with_their_labels_and_the_range_of_all(watch: Watch) -> None:
    seen = watch(PICTURES + "model.fit(x, y, validation_split=0.5, verbose=0)")

    shown = seen_of(seen.outcome.frames, seen.evidence)

    (batch,) = shown.batches
    (frame,) = seen.frames("batch")
    assert frame["pictures"].shape == (8, 34, 20, 3)
    assert frame["pictures"].nbytes < 50_000
    assert [picture.label for picture in batch.pictures] == [
        str(label) for label in frame["labels"]
    ]
    assert (batch.role, batch.dtype, batch.shape) == ("fit", "uint8", [None, 100, 60, 3])
    assert 0 <= batch.low < batch.high <= 255


def test_decisions_are_about_the_part_that_keras_held_out(watch: Watch) -> None:
    seen = watch(PICTURES + "model.fit(x, y, validation_split=0.75, epochs=9, verbose=0)")

    confusion = seen_of(seen.outcome.frames, seen.evidence).confusion

    assert confusion is not None
    assert confusion.role == "validation"
    assert 30 < confusion.examples <= 90  # as many as there was time for; 30 were trained on
    wrong = confusion.examples - confusion.right
    assert 0 < len(confusion.mistakes) <= wrong
    assert all(picture.label != picture.predicted for picture in confusion.mistakes)


def test_a_model_with_code_of_the_learners_own_is_not_run_again(watch: Watch) -> None:
    program = """
class Own(keras.layers.Layer):
    def call(self, v):
        print("called")
        return v
model = keras.Sequential([keras.Input((100, 60, 3)), Own(), keras.layers.Flatten(),
                          keras.layers.Dense(3)])
model.compile("adam", loss, run_eagerly=True)
model.fit(x, y, steps_per_epoch=1, verbose=0)
"""
    seen = watch(PICTURES + program)

    assert seen.frames("decisions") == []
    assert seen.outcome.stdout == watch(PICTURES + program, observe=False).outcome.stdout


def test_a_forecast_stands_beside_the_series_in_its_own_order(watch: Watch) -> None:
    seen = watch("""
import keras, numpy as np, tensorflow as tf
series = np.sin(np.arange(300) / 7).astype("float32")
windows = lambda part: keras.utils.timeseries_dataset_from_array(
    part[:-1], part[12:], sequence_length=12, batch_size=32)
model = keras.Sequential([keras.Input((12,)), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(windows(series[:200]), validation_data=windows(series[200:]), epochs=3, verbose=0)
""")

    shown = seen_of(seen.outcome.frames, seen.evidence)

    assert shown.forecast is not None
    assert (shown.forecast.role, shown.forecast.in_time) == ("validation", True)
    truth, answers = shown.forecast.truth, shown.forecast.answers
    assert len(answers) == len(truth) >= 32
    np.testing.assert_allclose(truth, np.sin(np.arange(212, 300) / 7)[: len(truth)], atol=1e-5)
    assert [len(row) for row in shown.batches[0].rows] == [12] * 6


def test_texts_and_columns_are_shown_as_they_go_in(watch: Watch) -> None:
    seen = watch("""
import keras, numpy as np, tensorflow as tf
texts = tf.constant([["good <b>film</b>"], ["bad film"]])
inputs = keras.Input((1,), dtype="string")
vectorize = keras.layers.TextVectorization(max_tokens=10, output_sequence_length=3)
vectorize.adapt(texts)
model = keras.Sequential([vectorize, keras.layers.Embedding(10, 2),
                          keras.layers.GlobalAveragePooling1D(), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(texts, tf.constant([1.0, 0.0]), verbose=0)
age, town = keras.Input((1,), name="age"), keras.Input((1,), name="town")
table = keras.Model([age, town], keras.layers.Dense(1)(keras.layers.Concatenate()([age, town])))
table.compile("adam", "mse")
columns = {"age": np.arange(4.0), "town": np.arange(4.0) * 2}
table.fit(tf.data.Dataset.from_tensor_slices((columns, np.arange(4.0))).batch(4), verbose=0)
""")

    first, second = seen.frames("batch")

    assert (first["texts"], first["labels"]) == (["good <b>film</b>", "bad film"], [1, 0])
    assert (second["columns"], second["rows"][1]) == (["age", "town"], [1.0, 2.0])
