# mnist with the functional api
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

x_train = np.random.default_rng(0).random((100, 784)).astype("float32")
y_train = np.arange(100) % 10

inputs = keras.Input(shape=(784))  # diagnosis: shape_is_no_tuple
x = layers.Dense(64, activation="relu")(inputs)
outputs = layers.Dense(10, activation="softmax")(x)
model = keras.Model(inputs, outputs)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(x_train, y_train, epochs=1)
