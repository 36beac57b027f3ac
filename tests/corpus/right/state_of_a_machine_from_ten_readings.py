"""Ten readings of eight sensors tell whether a machine runs hot; the state was smoothed by hand beforehand."""
import numpy as np
import pandas as pd
import tensorflow as tf

tf.keras.utils.set_random_seed(21)
rng = np.random.default_rng(21)
heat = np.repeat(rng.normal(size=300), 10)
readings = np.stack([heat * g + rng.normal(0, 0.4, 3000) for g in rng.uniform(0.5, 1, 8)], axis=1)
hot = (np.convolve(heat, np.ones(3) / 3, mode="same") > 0).astype(int)
table = pd.DataFrame(np.column_stack([readings, hot]))
x = np.array(table.iloc[:, :8]).reshape(-1, 10, 8)
y = np.array(table.iloc[:, 8]).reshape(-1, 10)[:, 5]

model = tf.keras.Sequential([
    tf.keras.layers.Input((10, 8)),
    tf.keras.layers.LSTM(8),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
model.fit(x[:240], y[:240], validation_data=(x[240:], y[240:]), epochs=15, verbose=0)
print(model.evaluate(x[240:], y[240:], verbose=0))
