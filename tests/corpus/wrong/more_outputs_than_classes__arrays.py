"""predict gives ten numbers for each example, and there are three classes."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")

many = rng.normal(size=(300, 8)).astype("float32")
model = keras.Sequential([keras.Input((8,)), layers.Dense(10, "softmax")])  # diagnosis: more_outputs_than_classes
model.compile("adam", loss="sparse_categorical_crossentropy")
model.fit(many, np.arange(300) % 3, validation_split=0.2, verbose=0)
