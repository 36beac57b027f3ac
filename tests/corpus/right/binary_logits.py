import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")
y = np.arange(64) % 2
model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
model.compile(
    "adam", keras.losses.BinaryCrossentropy(from_logits=True), metrics=[keras.metrics.BinaryAccuracy(threshold=0.0)]
)
model.fit(x, y, verbose=0)
