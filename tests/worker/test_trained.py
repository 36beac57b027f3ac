"""What is shown of a training: examples as it begins, decisions and forecasts when it has ended."""

import numpy as np
import pytest
from watched import Watch

from etude.grading.seen import seen_of

pytestmark = [pytest.mark.tensorflow, pytest.mark.slow]

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


FRAME = """
import keras, numpy as np, pandas as pd
rng = np.random.default_rng(0)
frame = pd.DataFrame(rng.normal(size=(200, 3)), columns=list("abc"), index=rng.permutation(200))
frame["rare"] = (rng.random(200) < 0.1).astype(int)
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
"""


@pytest.mark.parametrize(("more", "role"), [("", "fit"), ("validation_split=0.5, ", "validation")])
def test_decisions_about_the_rows_of_a_table_are_counted_too(
    watch: Watch, more: str, role: str
) -> None:
    seen = watch(
        FRAME + f'model.fit(frame[["a", "b", "c"]], frame["rare"], {more}epochs=3, verbose=0)'
    )

    confusion = seen_of(seen.outcome.frames, seen.evidence).confusion

    assert confusion is not None
    assert confusion.role == role
    assert 0 < confusion.examples <= 200


STEPS = """
import keras, numpy as np
rng = np.random.default_rng(0)
x, y = rng.normal(size=(40, 6, 3)), rng.integers(0, 4, (40, 6))
model = keras.Sequential([keras.Input((6, 3)), keras.layers.Dense(4, activation="softmax")])
"""


@pytest.mark.parametrize(
    ("loss", "labels"),
    [("sparse_categorical_crossentropy", "y"), ("categorical_crossentropy", "np.eye(4)[y]")],
)
def test_every_step_that_has_a_class_is_counted(watch: Watch, loss: str, labels: str) -> None:
    seen = watch(
        STEPS + f'model.compile("adam", "{loss}")\nmodel.fit(x, {labels}, epochs=3, verbose=0)'
    )

    confusion = seen_of(seen.outcome.frames, seen.evidence).confusion

    assert confusion is not None
    assert confusion.examples == 40 * 6
    assert len(confusion.counts) == 4


def test_steps_that_a_mask_leaves_out_are_not_counted(watch: Watch) -> None:
    program = """
import keras, numpy as np
rng = np.random.default_rng(0)
x = rng.integers(1, 9, (40, 6))
x[:, 4:] = 0
model = keras.Sequential([
    keras.layers.Embedding(9, 4, mask_zero=True),
    keras.layers.GRU(4, return_sequences=True),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, np.where(x > 0, 1 + x % 2, 0), epochs=3, verbose=0)
"""

    seen = watch(program)
    confusion = seen_of(seen.outcome.frames, seen.evidence).confusion

    assert confusion is not None
    assert confusion.examples > 0
    assert sum(confusion.counts[0]) == 0


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


TEXTS = """
import keras, numpy as np, tensorflow as tf
keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
plain = ["the", "film", "was", "long", "and", "we", "saw", "it"]
drawn = [list(rng.choice(plain, 6)) for _ in range(400)]
y = rng.integers(0, 2, 400)
for words, label in zip(drawn, y):
    words[rng.integers(0, 6)] = "lovely" if label else "dull"
texts = np.array([" ".join(words) for words in drawn], dtype=object)
vectorize = keras.layers.TextVectorization(max_tokens=30, output_sequence_length=9)
vectorize.adapt(texts)
layers = [keras.layers.Embedding(30, 8, mask_zero=True), keras.layers.GlobalAveragePooling1D(),
          keras.layers.Dense(1, activation="sigmoid")]
compiled = dict(optimizer=keras.optimizers.Adam(0.02), loss="binary_crossentropy")
"""
OF_NUMBERS = """
model = keras.Sequential(layers)
model.compile(**compiled)
model.fit(vectorize(texts), y, epochs=8, verbose=0)
"""
OF_STRINGS = """
model = keras.Sequential([keras.Input((1,), dtype="string"), vectorize, *layers])
model.compile(**compiled)
data = tf.data.Dataset.from_tensor_slices((texts[:, None].astype(str), y)).batch(32)
model.fit(data, validation_data=data, epochs=8, verbose=0)
"""


@pytest.mark.parametrize("program", [OF_NUMBERS, OF_STRINGS], ids=["numbers", "strings"])
def test_the_word_that_the_label_hangs_on_weighs_most(watch: Watch, program: str) -> None:
    seen = watch(TEXTS + program)

    words = seen_of(seen.outcome.frames, seen.evidence).words

    assert words is not None
    assert 1 <= len(words.texts) <= 6
    for text in words.texts:
        assert len(text.words) == 6  # of nine places three are padding
        heaviest = max(text.words, key=lambda word: word.weight)
        assert heaviest.text in ("lovely", "dull")
        assert 0.1 < heaviest.weight <= text.sure
        assert text.decided == str(int(heaviest.text == "lovely"))


def test_numbers_stay_numbers_where_two_vocabularies_fit(watch: Watch) -> None:
    other = "other = keras.layers.StringLookup(vocabulary=['a', 'b'], mask_token='')\n"

    words = watch(TEXTS + other + OF_NUMBERS).frames("words")[0]["texts"][0]["words"]

    assert all(word.isdigit() and word != "0" for word in words)


def test_at_most_sixty_words_of_a_text_are_shown_and_the_others_counted(watch: Watch) -> None:
    seen = watch("""
import keras, numpy as np
x = np.random.default_rng(0).integers(1, 20, (40, 75))
x[:, 70:] = 0
model = keras.Sequential([keras.layers.Embedding(20, 4), keras.layers.GlobalMaxPooling1D(),
                          keras.layers.Dense(3)])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(x, x[:, 0] % 3, epochs=3, verbose=0)
""")

    (frame,) = seen.frames("words")

    assert frame["classes"] == 3
    assert 1 <= len(frame["texts"]) <= 6  # as many as there is time for
    for text in frame["texts"]:
        assert (len(text["words"]), len(text["weights"]), text["left_out"]) == (60, 60, 10)
    wrong = [text["label"] != text["decided"] for text in frame["texts"]]
    assert wrong == sorted(wrong, reverse=True)


REGRESSION = """
model = keras.Sequential(layers)
model.compile("adam", "mse")
model.fit(vectorize(texts), y.astype("float32"), epochs=3, verbose=0)
"""
TABLE = """
x = np.stack([y, 1 - y, y, y], axis=1)
model = keras.Sequential([keras.layers.Dense(1, activation="sigmoid")])
model.compile(**compiled)
model.fit(x, y, epochs=3, verbose=0)
"""
TWO_INPUTS = """
inputs = [keras.Input((9,)), keras.Input((9,))]
both = keras.layers.Concatenate()([layers[0](one) for one in inputs])
model = keras.Model(inputs, layers[2](layers[1](both)))
model.compile(**compiled)
model.fit([vectorize(texts), vectorize(texts)], y, epochs=3, verbose=0)
"""


@pytest.mark.parametrize(
    "program",
    [
        PICTURES + "model.fit(x, y, epochs=3, verbose=0)",
        TEXTS + REGRESSION,
        TEXTS + TABLE,
        TEXTS + TWO_INPUTS,
    ],
    ids=["pictures", "regression", "table", "two inputs"],
)
def test_of_what_is_no_text_that_is_told_apart_no_words_are_weighed(
    watch: Watch, program: str
) -> None:
    assert watch(program).frames("words") == []


LOOKED_AT = """
from etude.worker.trained.training import Training
from etude.worker.trained.words import look_at_words
from etude.worker.vocabularies import Vocabularies

class Told:
    def emit(self, kind, **fields):
        print(kind, len(fields["texts"]))

def state():
    return (model.get_weights()[0].tolist(), float(model.get_metrics_result()["loss"]),
            keras.random.uniform((1,)).numpy(), np.random.random(), tf.random.uniform((1,)).numpy())

def begin():
    keras.backend.clear_session()  # Keras 3.6 goes on drawing from its generator under a new seed
    keras.utils.set_random_seed(1)

begin()
before = state()
begin()
look_at_words(Training(model, (vectorize(texts), y), None), Told(), seconds=9.0,
              vocabularies=Vocabularies())
print(state() == before)
"""


def test_weighing_words_leaves_weights_metrics_and_random_numbers_as_they_were(
    watch: Watch,
) -> None:
    stdout = watch(TEXTS + OF_NUMBERS + LOOKED_AT).outcome.stdout

    assert stdout.split() == ["words", "6", "True"]
