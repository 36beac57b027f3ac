import numpy as np
import tensorflow as tf
from sklearn.preprocessing import StandardScaler

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
X = rng.normal([50, 3], [10, 1], (400, 2))
y = (X[:, 0] / 10 + X[:, 1] > 8).astype(int)


def train():
    scaler = StandardScaler()
    model = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(1, activation="sigmoid")])
    model.compile(tf.keras.optimizers.Adam(0.05), "binary_crossentropy", metrics=["accuracy"])
    model.fit(scaler.fit_transform(X), y, epochs=10, verbose=0)
    return model


def ask(model, row):
    scaler = StandardScaler()
    row = scaler.transform([row])  # diagnosis: fitted_part_missing
    return model.predict(row, verbose=0)


print(ask(train(), [62.0, 2.5]))
