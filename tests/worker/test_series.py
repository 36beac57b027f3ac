"""What recorders bring out of programs about series and text."""

import pytest
from watched import Watch

from etude.diagnoses.series import cut_by_keras, source_series

pytestmark = pytest.mark.tensorflow

HEAD = """import keras, numpy as np, tensorflow as tf
series = np.random.default_rng(0).normal(size=120).cumsum().astype("float32")
model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
model.compile(loss="mse")
"""


@pytest.mark.parametrize(
    ("data", "targets", "lead"),
    [("series", "series", -4), ("series[:-5]", "series[5:]", 1), ("series", "series[5:]", 1)],
)
@pytest.mark.parametrize("shuffle", ["", ", shuffle=True"])
def test_windows_of_keras_tell_where_their_targets_lie(
    watch: Watch, data: str, targets: str, lead: int, shuffle: str
) -> None:
    call = f"keras.utils.timeseries_dataset_from_array({data}, {targets}, 5, batch_size=8{shuffle})"

    seen = watch(f"{HEAD}windows = {call}\nmodel.fit(windows, verbose=0)\n")

    train = seen.evidence.fits[0].train
    stage = cut_by_keras(train)
    assert stage is not None
    assert stage.parameters["lead"] == lead
    assert stage.line == 5
    assert source_series(train)["values"] == 120


@pytest.mark.parametrize("column", [0, 1])
def test_windows_of_a_table_tell_the_series_that_their_targets_are_of(
    watch: Watch, column: int
) -> None:
    program = f"""
table = np.stack([series, series[::-1] + 100], axis=1)
windows = keras.utils.timeseries_dataset_from_array(table[:-5], table[5:, {column}], 5)
model = keras.Sequential([keras.Input((5, 2)), keras.layers.Flatten(), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(windows, verbose=0)
"""

    figures = source_series(watch(HEAD + program).evidence.fits[0].train)

    assert figures["values"] == 120
    assert (figures["mean"] > 50) == (column == 1)


def test_a_pipeline_of_windows_tells_its_series_and_its_labels(watch: Watch) -> None:
    program = """
data = tf.data.Dataset.from_tensor_slices(series).window(6, shift=1, drop_remainder=True)
data = data.flat_map(lambda w: w.batch(6)).map(lambda w: (w[:-1], w[-1])).shuffle(90).batch(16)
model.fit(data, verbose=0)
"""

    train = watch(HEAD + program).evidence.fits[0].train

    assert train.windows is not None
    assert (train.windows.size, train.windows.lead) == (5, 1)
    assert source_series(train)["values"] == 120


def test_looking_at_arrays_changes_nothing_in_the_run(watch: Watch) -> None:
    program = """
keras.utils.set_random_seed(1)
x = np.stack([series[i : i + 5] for i in range(100)])
h = model.fit(x, series[5:105], validation_split=0.2, epochs=2, verbose=0)
print(h.history["val_loss"], np.random.rand(), float(tf.random.uniform(())))
"""

    watched, alone = watch(HEAD + program), watch(HEAD + program, observe=False)

    assert watched.outcome.stdout == alone.outcome.stdout
    assert watched.evidence.fits[0].series_split is not None


def test_adapt_tells_rows_lengths_and_stages(watch: Watch) -> None:
    program = """import keras, numpy as np, tensorflow as tf
texts = np.array(["a b c", "d", "e f"])
one = keras.layers.TextVectorization(output_sequence_length=4)
one.adapt(texts)
two = keras.layers.StringLookup()
two.adapt(tf.data.Dataset.from_tensor_slices(texts).take(2).batch(2))
"""

    calls = watch(program).evidence.calls

    array, pipeline = (call.arguments for call in calls if call.name.endswith(".adapt"))
    assert (array["rows"], array["words"], array["length"]) == (3, [1, 2, 3], 4)
    assert [op for op, _ in pipeline["stages"]] == ["from_tensor_slices", "take", "batch"]


def test_a_look_up_outside_a_model_tells_how_many_numbers_it_gives(watch: Watch) -> None:
    program = """
words = keras.layers.StringLookup(vocabulary=["a", "b", "c"])
raw = keras.Input((1,), dtype="string")
inside = keras.Model(raw, words(raw))
piped = tf.data.Dataset.from_tensor_slices(["a", "b"]).map(lambda word: words(word))
print([int(number) for number in piped], inside(tf.constant([["c"]])))
codes = words(np.array(["c", "a"]))
print(codes.numpy())
"""

    seen = watch(HEAD + program)

    calls = seen.evidence.calls_of("StringLookup.call")
    assert [call.line for call in calls] == [11]
    assert calls[0].arguments == {"output_mode": "int", "vocabulary_size": 4}
