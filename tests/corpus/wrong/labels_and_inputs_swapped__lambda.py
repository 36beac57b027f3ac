import numpy as np
import tensorflow as tf
import keras
from keras import layers
rng = np.random.default_rng(0)
x = rng.normal(size=(600, 8)).astype("float32")
w = rng.normal(size=(8, 3))
y = (x @ w).argmax(1)

ds = tf.data.Dataset.from_tensor_slices((x, y)).map(lambda a, b: (b, a)).batch(32)  # diagnosis: labels_and_inputs_swapped
model = keras.Sequential([
    layers.Dense(64, activation="relu"),
    layers.Dense(3, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(ds, epochs=2, verbose=0)
