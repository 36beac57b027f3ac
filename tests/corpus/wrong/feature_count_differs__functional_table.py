import numpy as np
import pandas as pd
import tensorflow as tf

rng = np.random.default_rng(0)
df = pd.DataFrame(rng.normal(size=(150, 9)), columns=[f"f{i}" for i in range(9)])
df["target"] = (df["f0"] > 0).astype(int)

X = df.drop(columns=["target", "f8"]).to_numpy("float32")
y = df["target"].to_numpy()

inp = tf.keras.Input(shape=(9,))
h = tf.keras.layers.Dense(16, activation="relu")(inp)
out = tf.keras.layers.Dense(1, activation="sigmoid")(h)
model = tf.keras.Model(inp, out)
model.compile("adam", "binary_crossentropy")
model.fit(X, y, epochs=2, verbose=0)  # diagnosis: feature_count_differs
