"""Keras warns that it received from_logits=True and outputs of a softmax."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")

model = keras.Sequential([keras.Input((8,)), layers.Dense(3), layers.Softmax()])
loss_fn = keras.losses.CategoricalCrossentropy(
    label_smoothing=0.1,
    from_logits=True,  # diagnosis: softmax_with_from_logits
)
model.compile("adam", loss=loss_fn)
