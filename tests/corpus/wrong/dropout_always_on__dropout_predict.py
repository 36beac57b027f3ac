import numpy as np
import tensorflow as tf
import keras
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(300, 6)).astype("float32"); y = (x[:, 0] > 0).astype("int64")
inputs = keras.Input((6,))
h = layers.Dense(32, activation="relu")(inputs)
h = layers.Dropout(0.5)(h, training=True)  # diagnosis: dropout_always_on
model = keras.Model(inputs, layers.Dense(2, activation="softmax")(h))
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=4, verbose=0)
print(model.predict(x[:4], verbose=0))
