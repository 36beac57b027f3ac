"""What a model is given is described cheaply, and the learner's own passes stay as they were."""

import pytest
from watched import Watch

from etude.domain.observations import UNKNOWN, Data

pytestmark = pytest.mark.tensorflow

HEAD = """import time
import numpy as np
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.compile(loss="mse")
x = np.arange(40, dtype="float32").reshape(10, 4)
y = np.arange(10)
"""


# TensorFlow prepares elements in the background until somebody stops it: ten, or dozens on a busy
# machine; still a far cry from the tens of thousands that must not be prepared.
READ_AHEAD = 5_000


def given(watch: Watch, program: str) -> Data:
    """What the one ``fit`` of a program learned from."""
    seen = watch(HEAD + program)
    assert seen.outcome.fault is None, seen.outcome.detail
    (fit,) = seen.evidence.fits
    return fit.train


def test_arrays_are_described_whole(watch: Watch) -> None:
    data = given(watch, "model.fit(x, y, verbose=0)")

    assert (data.kind, data.cardinality) == ("arrays", 10)
    assert data.sample[0].path == "0"
    assert (data.sample[0].low, data.sample[0].high) == (0.0, 39.0)
    assert data.sample[1].distinct == list(range(10))


@pytest.mark.parametrize(("first", "kind"), [("0", "object"), ("'no'", "string")])
def test_an_array_of_objects_is_text_only_where_it_holds_text(
    watch: Watch, first: str, kind: str
) -> None:
    seen = watch(HEAD + f"y = np.array([{first}, *range(9)], dtype=object)\nmodel.fit(x, y)")

    (fit,) = seen.evidence.fits
    assert [part.dtype for part in fit.train.sample] == ["float32", kind]


def test_a_list_of_numbers_is_one_array(watch: Watch) -> None:
    seen = watch(HEAD + "model.predict(x, verbose=0)\nmodel.evaluate(x, y.tolist(), verbose=0)\n")

    data = next(call.data for call in seen.evidence.calls_of("Model.evaluate"))
    assert data is not None
    assert [sample.shape for sample in data.sample] == [[10, 4], [10]]


def test_a_list_of_arrays_is_a_structure(watch: Watch) -> None:
    seen = watch(
        HEAD
        + """
inputs = [keras.Input((4,)), keras.Input((4,))]
two = keras.Model(inputs, keras.layers.Add()(inputs))
two.predict([x, x * 2], verbose=0)
"""
    )

    data = next(call.data for call in seen.evidence.calls_of("Model.predict"))
    assert data is not None
    assert [(s.path, s.shape, s.high) for s in data.sample] == [
        ("0", [10, 4], 39.0),
        ("1", [10, 4], 78.0),
    ]
    assert data.cardinality == 10


def test_a_large_array_costs_little(watch: Watch) -> None:
    seen = watch(
        HEAD
        + """
big = np.zeros((3000, 96, 96, 3), "uint8")
big[0] = 255
wide = keras.Sequential([keras.Input((96, 96, 3)), keras.layers.GlobalAveragePooling2D()])
wide.compile(loss="mse")
started = time.process_time()
try:
    wide.evaluate(big, steps="refused before it starts")
except Exception:
    print(time.process_time() - started)
"""
    )

    assert float(seen.outcome.stdout.split()[-1]) < 1.0
    data = seen.evidence.calls_of("Model.evaluate")[0].data
    assert data is not None
    assert data.sample[0].high == 255


def test_what_is_no_array_beside_one_is_told_by_its_class(watch: Watch) -> None:
    data = given(
        watch,
        "try:\n    model.fit(x, y.copy, verbose=0)\nexcept ValueError:\n    pass\n",
    )

    assert (data.kind, data.type) == ("other", "(ndarray, builtin_function_or_method)")


def test_a_generator_is_not_touched(watch: Watch) -> None:
    data = given(
        watch,
        "def batches():\n    for i in range(5):\n        yield x[:2], y[:2]\n"
        "model.fit(batches(), steps_per_epoch=5, verbose=0)",
    )

    assert (data.kind, data.type, data.cardinality) == ("other", "generator", UNKNOWN)


def test_a_one_shot_source_reaches_the_learner_whole(watch: Watch) -> None:
    program = (
        HEAD
        + """
seen = []

def rows():
    for row, label in zip(x, y):
        seen.append(int(label))
        yield row, label

once = rows()
data = tf.data.Dataset.from_generator(
    lambda: once,
    output_signature=(tf.TensorSpec([4], tf.float32), tf.TensorSpec([], tf.int64)),
).batch(2)
model.fit(data, epochs=1, verbose=0)
print(int(model.optimizer.iterations), seen)
"""
    )

    observed, alone = watch(program), watch(program, observe=False)

    assert observed.outcome.stdout == alone.outcome.stdout
    assert observed.outcome.stdout.endswith("[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]\n")
    assert observed.evidence.fits[0].train.sampled_at == "from_generator"


def test_no_shuffle_buffer_is_filled(watch: Watch) -> None:
    prepared, data = _prepared(watch, "source.shuffle(50_000).batch(2)")

    assert prepared <= READ_AHEAD
    assert data.sampled_at == "shuffle"
    assert data.sample[0].shape == [2, 4]


def test_what_a_skip_throws_away_is_not_prepared(watch: Watch) -> None:
    prepared, data = _prepared(watch, "source.skip(90_000).batch(2)")

    assert prepared <= READ_AHEAD
    assert (data.sampled_at, data.sample[1].low) == ("", 90_000)


def _prepared(watch: Watch, pipeline: str) -> tuple[int, Data]:
    """How many elements a look at a pipeline has prepared, and what it saw."""
    seen = watch(
        HEAD
        + f"""
drawn = tf.Variable(0.0)

def count(value):
    drawn.assign_add(1.0)
    tf.print("prepared", output_stream="file://drawn.txt")
    return tf.fill([4], tf.cast(value, tf.float32)), value

source = tf.data.Dataset.range(100_000).map(count)
try:
    model.evaluate({pipeline}, steps="refused before it starts")
except Exception:
    print(open("drawn.txt").read().count("prepared"))
"""
    )
    data = seen.evidence.calls_of("Model.evaluate")[0].data
    assert data is not None
    return int(seen.outcome.stdout.split()[-1]), data


def test_the_learners_passes_are_the_same_with_and_without_us(watch: Watch) -> None:
    program = (
        HEAD
        + """
keras.utils.set_random_seed(3)
flip = keras.layers.RandomFlip(seed=1)
images = tf.reshape(tf.range(48.0), [12, 2, 2, 1])
data = tf.data.Dataset.from_tensor_slices((images, tf.range(12)))
data = data.shuffle(12).map(lambda a, b: (flip(a, training=True), b)).cache().shuffle(5)
data = data.map(lambda a, b: (a + tf.random.uniform([]), b)).batch(3)
flat = keras.Sequential([keras.Input((2, 2, 1)), keras.layers.Flatten(), keras.layers.Dense(1)])
flat.compile(loss="mse", optimizer="sgd")
history = flat.fit(data, epochs=2, verbose=0)
print([round(loss, 5) for loss in history.history["loss"]])
print([[int(b) for b in labels] for _, labels in data])
"""
    )

    observed = watch(program).outcome.stdout
    alone = watch(program, observe=False).outcome.stdout

    assert observed == alone


@pytest.mark.parametrize(
    ("labels", "order"),
    [
        ("np.repeat([0, 1], 20)", {"elements": 40, "labels": 2, "label_runs": 2}),
        ("np.arange(40)[:, None] % 2", {"elements": 40, "labels": 2, "label_runs": 40}),
        ("np.repeat(['a', 'b'], 20) == 'a'", {"elements": 40, "labels": 2, "label_runs": 2}),
        ("np.linspace(0, 1, 40)", {"elements": 40}),
        ("np.ones((40, 1, 1, 1), 'uint8')", {"elements": 40}),
    ],
)
def test_how_the_labels_of_arrays_lie_is_told(
    labels: str, order: dict[str, int], watch: Watch
) -> None:
    seen = watch(f"""
import keras
import numpy as np

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.ones((40, 2)), {labels}, verbose=0)
""")

    assert seen.evidence.fits[0].train.label_order == order


def test_a_table_is_described_as_the_array_that_keras_makes_of_it(watch: Watch) -> None:
    seen = watch("""
import keras
import numpy as np

class Table:  # what a DataFrame offers, without pandas
    iloc = None

    def to_numpy(self):
        return np.arange(6.0).reshape(3, 2)

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(Table(), np.ones(3), verbose=0)
""")

    data = seen.evidence.fits[0].train
    assert data.kind == "arrays"
    assert data.sample[0].shape == [3, 2]


SEQUENCE = """class Rows(keras.utils.PyDataset):
    def __len__(self):
        {length}
    def __getitem__(self, place):
        return x[:2], y[:2]
"""


def test_a_sequence_of_batches_says_how_many_it_has(watch: Watch) -> None:
    data = given(watch, SEQUENCE.format(length="return 5") + "model.fit(Rows(), verbose=0)")

    assert (data.kind, data.type, data.cardinality) == ("other", "Rows", 5)


def test_a_sequence_that_cannot_say_its_length_is_described_all_the_same(watch: Watch) -> None:
    asked = SEQUENCE.format(length="raise NotImplementedError") + (
        "try:\n    model.fit(Rows(), verbose=0)\nexcept NotImplementedError:\n    pass\n"
    )

    assert given(watch, asked).cardinality == UNKNOWN


def test_a_series_is_described_as_the_column_that_keras_makes_of_it(watch: Watch) -> None:
    seen = watch("""
import keras
import numpy as np

class Series:  # what one of pandas offers, without pandas
    iloc = None

    def to_numpy(self):
        return np.arange(3.0)

    def __len__(self):
        return 3

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
try:
    model.fit(np.ones((3, 2)), Series(), verbose=0)
except ValueError:  # it is none to Keras
    pass
""")

    assert [one.shape for one in seen.evidence.fits[0].train.sample] == [[3, 2], [3, 1]]
