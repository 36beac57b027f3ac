"""Walking or climbing from the accelerometer: half of them wrong, on all other users too."""
import numpy as np
import pandas as pd
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
N_TIME_STEPS, N_FEATURES, step = 40, 3, 20
phases = {"Walking": 0.0, "Upstairs": np.pi / 2, "Downstairs": np.pi}
frames = []
for user in range(8):
    for activity, phase in phases.items():
        t = np.arange(400) / 20
        f = rng.uniform(1.6, 2.4)
        x, y = np.sin(2 * np.pi * f * t), np.sin(2 * np.pi * f * t + phase)
        z = 0.5 * np.cos(4 * np.pi * f * t)
        table = pd.DataFrame({"user": user, "activity": activity, "x": x, "y": y, "z": z})
        table[["x", "y", "z"]] += rng.normal(0, 0.15, (400, 3))
        frames.append(table)
df = pd.concat(frames, ignore_index=True)

segments, labels = [], []
for (_, activity), part in df.groupby(["user", "activity"]):
    for i in range(0, len(part) - N_TIME_STEPS, step):
        xs = part["x"].values[i: i + N_TIME_STEPS]
        ys = part["y"].values[i: i + N_TIME_STEPS]
        zs = part["z"].values[i: i + N_TIME_STEPS]
        segments.append([xs, ys, zs])
        labels.append(activity)
X = np.asarray(segments, dtype=np.float32).reshape(-1, N_TIME_STEPS, N_FEATURES)  # diagnosis: axes_reshaped_not_transposed
y = np.asarray(pd.get_dummies(labels), dtype=np.float32)

cut = int(len(X) * 0.75)
model = keras.Sequential([
    layers.Input((N_TIME_STEPS, N_FEATURES)),
    layers.LSTM(16),
    layers.Dense(3, activation="softmax"),
])
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
model.fit(X[:cut], y[:cut], epochs=4, batch_size=32, validation_data=(X[cut:], y[cut:]), verbose=0)
print(model.evaluate(X[cut:], y[cut:], verbose=0))
