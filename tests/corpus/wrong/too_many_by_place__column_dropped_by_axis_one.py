"""df.drop('target', 1) worked last year, now: takes from 1 to 2 positional arguments but 3 were given"""
import numpy as np
import pandas as pd
import tensorflow as tf

rng = np.random.default_rng(1)
df = pd.DataFrame(rng.normal(size=(300, 3)), columns=["a", "b", "c"])
df["target"] = df.a * 2 - df.b

X = df.drop("target", 1)  # diagnosis: too_many_by_place
y = df["target"]

net = tf.keras.Sequential([tf.keras.layers.Dense(8, activation="relu"), tf.keras.layers.Dense(1)])
net.compile(loss="mse", optimizer="adam")
net.fit(X.values, y.values, epochs=20, verbose=0)
