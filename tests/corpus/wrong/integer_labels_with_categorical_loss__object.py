"""Arguments `target` and `output` must have the same rank, with labels 0, 1 and 2."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")

model = keras.Sequential([keras.Input((8,)), layers.Dense(3, "softmax")])
model.compile(
    optimizer="adam",
    loss=keras.losses.CategoricalCrossentropy(),  # diagnosis: integer_labels_with_categorical_loss
)
model.fit(x, np.arange(64) % 3, verbose=0)
