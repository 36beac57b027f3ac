"""Right ways to forecast and to read text: no diagnosis about them may speak."""

from collections.abc import Callable

import pytest

from etude.diagnoses.diagnose import catalogue
from etude.diagnoses.evidence import Evidence

pytestmark = [pytest.mark.tensorflow, pytest.mark.slow]

ABOUT_SERIES = (
    *("label_inside_window", "label_skips_a_step", "series_shuffled_before_windowing"),
    *("windows_split_at_random", "scaled_with_future_values", "return_sequences_missing"),
    *("feature_axis_missing", "windows_not_flattened", "last_windows_too_short"),
    *("forecast_repeats_last_value", "wrong_min_max_formula", "windows_do_not_overlap"),
    *("stateful_batch_size", "slow_recurrent_kernel", "forecast_in_scaled_units"),
)
ABOUT_TEXT = (
    *("vocabulary_not_adapted", "embedding_too_small", "padding_not_masked", "mask_lost"),
    *("padded_at_other_end", "next_token_not_shifted", "empty_text_gives_nan"),
    *("vocabulary_from_all_text", "embedding_fed_fractions", "text_cut_short"),
    *("tokenizer_index_not_limited", "channels_reversed", "sides_swapped"),
    "logits_taken_for_probabilities",
)

HEAD = """import keras
import numpy as np
import tensorflow as tf
keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
L = keras.layers
steps = np.arange(240)
series = (10 + np.sin(steps / 4) + 0.02 * steps + rng.normal(0, 0.05, 240)).astype("float32")

def cut(part, size=8):
    x = np.stack([part[i : i + size] for i in range(len(part) - size)])
    return x[..., None], part[size:]

def forecaster(*layers, units=1):
    model = keras.Sequential([keras.Input((8, 1)), *layers, L.Dense(units)])
    model.compile(keras.optimizers.Adam(0.02), "mse", metrics=["mae"])
    return model

words = np.array([f"word{i}" for i in range(60)])
texts = np.array([" ".join(rng.choice(words, rng.integers(3, 9))) for _ in range(60)])
labels = rng.integers(0, 2, 60)

def classifier(*layers):
    model = keras.Sequential([*layers, L.Dense(1, activation="sigmoid")])
    model.compile("adam", "binary_crossentropy")
    return model
"""

PROGRAMS = {
    "windows by hand, split by time, scaled by the training part": """
mean, deviation = series[:160].mean(), series[:160].std()
scaled = (series - mean) / deviation
x, y = cut(scaled)
model = forecaster(L.LSTM(8))
model.fit(x[:150], y[:150], validation_data=(x[160:], y[160:]), epochs=1, verbose=0)
forecasts = model.predict(x[160:], verbose=0) * deviation + mean
""",
    "scaled by the training part, windows from Keras": """
mean, deviation = series[:160].mean(), series[:160].std()
scaled = (series - mean) / deviation
def windows(part):
    return keras.utils.timeseries_dataset_from_array(part[:-8], part[8:], 8, batch_size=16)
model = keras.Sequential([keras.Input((8,)), L.Dense(1)])
model.compile("adam", "mse")
model.fit(windows(scaled[:160]), validation_data=windows(scaled[160:]), verbose=0)
""",
    "min-max by the training part": """
low, high = series[:160].min(), series[:160].max()
scaled = (series - low) / (high - low)
model = forecaster(L.Flatten())
model.fit(*cut(scaled[:160]), validation_data=cut(scaled[160:]), verbose=0)
""",
    "a series that repeats itself exactly": """
wave = np.tile(np.array([1, 2, 4, 3, 5, 0], "float32"), 40)
model = forecaster(L.Flatten())
model.fit(*cut(wave[:160]), validation_data=cut(wave[160:]), verbose=0)
windows = keras.utils.timeseries_dataset_from_array(wave[:-6], wave[6:], 6, batch_size=16)
dense = keras.Sequential([keras.Input((6,)), L.Dense(1)])
dense.compile("adam", "mse")
dense.fit(windows, verbose=0)
""",
    "windows in a pipeline, shuffled whole, split by time before": """
def pipeline(part, shuffled):
    data = tf.data.Dataset.from_tensor_slices(part).window(9, shift=1, drop_remainder=True)
    data = data.flat_map(lambda w: w.batch(9))
    data = data.map(lambda w: (w[:-1, None], w[-1]))
    return (data.shuffle(200) if shuffled else data).batch(16).prefetch(1)
model = forecaster(L.GRU(8))
model.fit(pipeline(series[:160], True), validation_data=pipeline(series[160:], False), verbose=0)
""",
    "every window at once from Keras, several columns, the first to forecast": """
columns = np.stack([series, np.cos(steps / 4), steps % 24], axis=1).astype("float32")
def windows(first, last):
    part = columns[first:last]
    return keras.utils.timeseries_dataset_from_array(
        part[:-1], part[8:, 0], sequence_length=8, batch_size=16)
model = keras.Sequential([keras.Input((8, 3)), L.LSTM(8), L.Dense(1)])
model.compile("adam", "mae")
model.fit(windows(0, 160), validation_data=windows(160, 240), verbose=0)
""",
    "every other step, a day ahead": """
windows = keras.utils.timeseries_dataset_from_array(
    series[:-24], series[38:], sequence_length=8, sampling_rate=2, batch_size=16)
model = keras.Sequential([keras.Input((8,)), L.Dense(1)])
model.compile("adam", "mae")
model.fit(windows, verbose=0)
""",
    "many steps ahead at once": """
x = np.stack([series[i : i + 8] for i in range(200)])[..., None]
y = np.stack([series[i + 8 : i + 14] for i in range(200)])
forecaster(L.LSTM(8), units=6).fit(x, y, verbose=0)
""",
    "a forecast at every step": """
data = tf.data.Dataset.from_tensor_slices(series).window(9, shift=1, drop_remainder=True)
data = data.flat_map(lambda w: w.batch(9)).map(lambda w: (w[:-1, None], w[1:, None])).batch(16)
forecaster(L.LSTM(8, return_sequences=True)).fit(data, verbose=0)
""",
    "an autoencoder of windows": """
x, _ = cut(series)
model = keras.Sequential([keras.Input((8, 1)), L.LSTM(4), L.RepeatVector(8),
                          L.LSTM(4, return_sequences=True), L.Dense(1)])
model.compile("adam", "mse")
model.fit(x, x, verbose=0)
""",
    "all columns of the next step": """
columns = np.stack([series, np.cos(steps / 4)], axis=1).astype("float32")
x = np.stack([columns[i : i + 8] for i in range(200)])
model = keras.Sequential([keras.Input((8, 2)), L.Bidirectional(L.LSTM(4)), L.Dense(2)])
model.compile("adam", "mse")
model.fit(x, columns[8:208], verbose=0)
""",
    "values before the last, newest first, as a table": """
table = np.stack([series[7 - i : 207 - i] for i in range(8)], axis=1)
model = keras.Sequential([keras.Input((8,)), L.Dense(1)])
model.compile("adam", "mse")
model.fit(table, series[8:208], verbose=0)
""",
    "an ordinary table split at random": """
rows = rng.normal(size=(200, 6)).astype("float32")
target = rows.sum(axis=1)
order = rng.permutation(200)
model = keras.Sequential([keras.Input((6,)), L.Dense(1)])
model.compile("adam", "mse")
train, held_out = order[:160], order[160:]
model.fit(rows[train], target[train], validation_data=(rows[held_out], target[held_out]), verbose=0)
""",
    "windows mixed for training only": """
x, y = cut(series)
order = rng.permutation(140)
forecaster(L.SimpleRNN(4)).fit(
    x[order], y[order], validation_data=(x[160:], y[160:]), verbose=0)
""",
    "stacked recurrent layers": """
model = forecaster(L.LSTM(8, return_sequences=True), L.GRU(4, return_sequences=True), L.LSTM(4))
model.fit(*cut(series), verbose=0)
""",
    "convolutions on a series": """
model = forecaster(L.Conv1D(8, 3, padding="causal", activation="relu"), L.LSTM(4))
model.fit(*cut(series), verbose=0)
""",
    "a normalisation layer adapted to the training part": """
scale = L.Normalization(axis=None)
scale.adapt(series[:160])
forecaster(scale, L.LSTM(4)).fit(
    *cut(series[:160]), validation_data=cut(series[160:]), verbose=0)
""",
    "stateful on purpose, with whole batches": """
start = keras.Input(batch_shape=(16, 8, 1))
model = keras.Sequential([start, L.LSTM(4, stateful=True), L.Dense(1)])
model.compile("adam", "mse")
x, y = cut(series)
model.fit(x[:160], y[:160], batch_size=16, shuffle=False, verbose=0)
model.predict(x[:16], batch_size=16, verbose=0)
""",
    "chunks of a recording for a classifier": """
clips = tf.data.Dataset.from_tensor_slices(series).window(24, drop_remainder=True)
clips = clips.flat_map(lambda w: w.batch(24)).map(lambda w: (w, 1)).batch(5)
model = keras.Sequential([keras.Input((24,)), L.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(clips, verbose=0)
""",
    "text with a vectorizer in the model": """
vectorize = L.TextVectorization(max_tokens=50, output_sequence_length=10)
vectorize.adapt(texts[:40])
size = vectorize.vocabulary_size()
model = classifier(keras.Input((1,), dtype="string"), vectorize,
                   L.Embedding(size, 8, mask_zero=True), L.Bidirectional(L.LSTM(4)))
model.fit(tf.constant(texts[:40]), labels[:40],
          validation_data=(tf.constant(texts[40:]), labels[40:]), verbose=0)
model.predict(tf.constant(["word1 word2"]), verbose=0)
""",
    "text vectorized in a pipeline": """
train = tf.data.Dataset.from_tensor_slices((texts[:40], labels[:40]))
held_out = tf.data.Dataset.from_tensor_slices((texts[40:], labels[40:]))
vectorize = L.TextVectorization(max_tokens=80)
vectorize.adapt(train.map(lambda text, label: text))
def prepare(data):
    return data.batch(10).map(lambda text, label: (vectorize(text), label))
model = classifier(L.Embedding(80, 8), L.GlobalAveragePooling1D())
model.fit(prepare(train.shuffle(40)), validation_data=prepare(held_out), verbose=0)
""",
    "a dataset split first, adapted to its training part": """
data = tf.data.Dataset.from_tensor_slices((texts, labels))
train, held_out = data.take(40), data.skip(40)
vectorize = L.TextVectorization(output_mode="multi_hot", max_tokens=50)
vectorize.adapt(train.map(lambda text, label: text))
def prepare(part):
    return part.batch(10).map(lambda text, label: (vectorize(text), label))
classifier().fit(prepare(train), validation_data=prepare(held_out), verbose=0)
""",
    "padded first, without a mask": """
tokens = [[int(word[4:]) + 1 for word in text.split()] for text in texts]
x = keras.utils.pad_sequences(tokens, maxlen=10)
model = classifier(L.Embedding(61, 8), L.LSTM(4))
model.fit(x, labels, verbose=0)
model.predict(keras.utils.pad_sequences(tokens[:4], maxlen=10), verbose=0)
""",
    "padded last, convolved and pooled": """
tokens = [[int(word[4:]) + 1 for word in text.split()] for text in texts]
x = keras.utils.pad_sequences(tokens, maxlen=10, padding="post")
model = classifier(L.Embedding(61, 8), L.Conv1D(8, 3, activation="relu"), L.GlobalMaxPooling1D())
model.fit(x, labels, verbose=0)
""",
    "padded last, read at every step and pooled": """
tokens = [[int(word[4:]) + 1 for word in text.split()] for text in texts]
x = keras.utils.pad_sequences(tokens, maxlen=10, padding="post")
model = classifier(L.Embedding(61, 8), L.LSTM(4, return_sequences=True), L.GlobalMaxPooling1D())
model.fit(x, labels, verbose=0)
""",
    "tokens where zero is a letter": """
letters = rng.integers(0, 5, (80, 12))
model = keras.Sequential([L.Embedding(5, 4), L.GRU(8), L.Dense(5)])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(letters[:, :-1], letters[:, -1], verbose=0)
""",
    "the next token at every step": """
letters = rng.integers(0, 9, (80, 12))
model = keras.Sequential([L.Embedding(9, 4), L.GRU(8, return_sequences=True), L.Dense(9)])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(letters[:, :-1], letters[:, 1:], verbose=0)
""",
    "an autoencoder of tokens": """
letters = rng.integers(0, 9, (80, 12))
model = keras.Sequential([L.Embedding(9, 4), L.GRU(8), L.RepeatVector(12),
                          L.GRU(8, return_sequences=True), L.Dense(9)])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(letters, letters, verbose=0)
""",
    "positions beside words": """
tokens = rng.integers(1, 40, (60, 10))
inputs = keras.Input((10,), dtype="int32")
places = L.Embedding(10, 8)(keras.ops.arange(10))
x = L.Embedding(40, 8)(inputs) + places
x = L.MultiHeadAttention(2, 4)(x, x)
model = keras.Model(inputs, L.Dense(1, activation="sigmoid")(L.GlobalAveragePooling1D()(x)))
model.compile("adam", "binary_crossentropy")
model.fit(tokens, labels, verbose=0)
""",
    "categories looked up and embedded": """
colours = np.array(["red", "green", "blue"] * 20)
look_up = L.StringLookup(vocabulary=["red", "green", "blue"])
model = classifier(keras.Input((1,), dtype="string"), look_up, L.Embedding(4, 2), L.Flatten())
model.fit(tf.constant(colours[:, None]), labels, verbose=0)
""",
    "token numbers as floats": """
tokens = rng.integers(0, 40, (60, 10)).astype("float32")
model = classifier(L.Embedding(40, 4), L.GlobalAveragePooling1D())
model.fit(tokens, labels, verbose=0)
""",
    "logits decided at zero, probabilities at a half": """
rows = rng.normal(size=(60, 4)).astype("float32")
logits = keras.Sequential([keras.Input((4,)), L.Dense(1)])
logits.compile("adam", keras.losses.BinaryCrossentropy(from_logits=True))
logits.fit(rows, labels, verbose=0)
decided = logits.predict(rows, verbose=0) > 0
probable = tf.sigmoid(logits.predict(rows, verbose=0)) > 0.5
""",
    "a sigmoid at the end, decided at a half": """
rows = rng.normal(size=(60, 4)).astype("float32")
model = classifier(keras.Input((4,)))
model.fit(rows, labels, verbose=0)
decided = (model.predict(rows, verbose=0) > 0.5).astype(int)
rounded = np.round(model.predict(rows, verbose=0))
""",
    "pictures turned round in both places": """
pictures = (rng.uniform(0, 1, (60, 8, 8, 3)) * [0.9, 0.5, 0.2])[..., ::-1]
model = classifier(keras.Input((8, 8, 3)), L.Flatten())
model.fit(pictures[:40], labels[:40], validation_data=(pictures[40:], labels[40:]), verbose=0)
model.predict(pictures[:8], verbose=0)
""",
    "an own loop over windows": """
x, y = cut(series)
data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(200).batch(16)
model, optimizer = forecaster(L.LSTM(4)), keras.optimizers.Adam()
for inputs, wanted in data:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(inputs, training=True)[:, 0] - wanted) ** 2)
    slopes = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(slopes, model.trainable_variables))
""",
    "forecasts from sparse and ragged inputs": """
ragged = tf.ragged.constant([[1, 2, 3], [4, 5], [6]] * 8)
model = classifier(L.Embedding(10, 4), L.GlobalAveragePooling1D())
model.fit(ragged.to_tensor(), labels[:24], verbose=0)
sparse = tf.sparse.from_dense(rng.integers(0, 2, (24, 6)).astype("float32"))
linear = classifier(keras.Input((6,), sparse=True))
linear.fit(sparse, labels[:24], verbose=0)
""",
}


@pytest.mark.parametrize("style", list(PROGRAMS))
def test_no_diagnosis_speaks(style: str, evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of(HEAD + PROGRAMS[style])

    found = {name: catalogue()[name].match(evidence) for name in (*ABOUT_SERIES, *ABOUT_TEXT)}

    assert not evidence.errors
    assert {name: finding for name, finding in found.items() if finding} == {}
