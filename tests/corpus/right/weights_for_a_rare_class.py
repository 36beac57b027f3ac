import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(2000, 6)).astype("float32")
y = (x[:, 0] + 0.3 * rng.normal(size=2000) > 1.5).astype("float32")
rare = y.mean()
class_weight = {0: 0.5 / (1 - rare), 1: 0.5 / rare}
model = keras.Sequential(
    [keras.Input((6,)), layers.Dense(16, activation="relu"), layers.Dense(1, activation="sigmoid")]
)
model.compile(keras.optimizers.Adam(0.005), "binary_crossentropy", metrics=[keras.metrics.AUC(curve="PR")])
model.fit(x[:1600], y[:1600], epochs=12, verbose=0, class_weight=class_weight,
          validation_data=(x[1600:], y[1600:]))
