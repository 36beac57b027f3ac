"""Infinity is replaced by NaN and NaN is dropped, and still the loss is nan"""
import numpy as np
import pandas as pd
import tensorflow as tf

rng = np.random.default_rng(7)
frame = pd.DataFrame({"price": 50 + np.cumsum(rng.normal(size=500)), "orders": rng.poisson(2, 500) * 10.0})
frame = frame.pct_change()
frame["next"] = 100 * frame["price"].shift(-1)

frame.replace([np.inf, -np.inf], np.nan)  # diagnosis: table_change_not_kept
frame = frame.dropna()

model = tf.keras.Sequential([tf.keras.layers.Dense(16, activation="tanh"), tf.keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(frame[["price", "orders"]].values, frame["next"].values, epochs=5, verbose=2)
