"""The scaling knows neither mean nor variance."""

import csv

import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(1)


def read_rows(path):
    """A dict of columns: float32 with NaN for gaps, or text with "" for gaps."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: as_column([row[name] for row in rows]) for name in rows[0]}


def as_column(cells):
    try:
        return np.array([cell or "nan" for cell in cells], dtype="float32")
    except ValueError:
        return np.array(cells, dtype=object)


def build_preprocessor(rows):
    """Learns from training rows and returns a model: dict of raw columns -> (rows, features)."""
    inputs, features = {}, []
    for name, column in rows.items():
        is_text = column.dtype == object
        inputs[name] = keras.Input((1,), name=name, dtype="string" if is_text else "float32")
        features += prepared_text(inputs[name], column) if is_text else prepared(inputs[name], column)
    return keras.Model(inputs, layers.Concatenate()(features))


def prepared(raw, column):
    """The number, filled and scaled, and whether it was a gap; two of (rows, 1)."""
    known = column[~np.isnan(column)]
    gap = ops.isnan(raw)
    filled = ops.where(gap, float(np.median(known)), raw)
    scale = layers.Normalization()  # diagnosis: normalization_not_adapted
    return [scale(filled), ops.cast(gap, "float32")]


def prepared_text(raw, column):
    """One column of 0 and 1 per category, and one for gaps and whatever was never seen."""
    look_up = layers.StringLookup(output_mode="one_hot")
    look_up.adapt(column[column != ""])
    return [look_up(raw)]


def tensors(rows):
    return {name: ops.convert_to_tensor(column.tolist()) for name, column in rows.items()}


rows = read_rows("data/credit/credit.csv")
bad = (rows.pop("status") == "bad").astype("float32")  # (3452,)
order = np.random.default_rng(1).permutation(len(bad))
learned, judged = order[:2700], order[2700:]  # split before anything is learned from the rows
train_rows = {name: column[learned] for name, column in rows.items()}
judge_rows = {name: column[judged] for name, column in rows.items()}

preprocessor = build_preprocessor(train_rows)
train_features = preprocessor(tensors(train_rows))  # (2700, features), made once
judge_features = preprocessor(tensors(judge_rows))

head = keras.Sequential(
    [
        keras.Input(train_features.shape[1:]),
        layers.Dense(32, activation="relu"),
        layers.Dropout(0.3),
        layers.Dense(1, activation="sigmoid"),  # (rows, 1) probability of bad
    ]
)
head.compile(optimizer=keras.optimizers.Adam(0.003), loss="binary_crossentropy")
head.fit(
    train_features,
    bad[learned],
    batch_size=64,
    epochs=40,
    validation_data=(judge_features, bad[judged]),
    callbacks=[keras.callbacks.EarlyStopping(patience=6, restore_best_weights=True)],
    verbose=0,
)

model = keras.Model(preprocessor.input, head(preprocessor.output))  # raw rows -> (rows, 1)
model.save("credit.keras")
print("cross-entropy on the rows held back:", head.evaluate(judge_features, bad[judged], verbose=0))
