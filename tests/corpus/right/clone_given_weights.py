"""A copy of a model that gets the weights of the first."""
import numpy as np
import tensorflow as tf
from tensorflow import keras

rng = np.random.default_rng(4)
x = rng.random((400, 20, 20, 3)).astype("float32")
y = np.argmax(x.mean((1, 2)), -1)
x[np.arange(400), :, :, y] += 0.2
teacher = keras.Sequential([keras.layers.Input((20, 20, 3)), keras.layers.Conv2D(16, 3, activation="relu"), keras.layers.GlobalAveragePooling2D(),
                            keras.layers.Dense(3, activation="softmax")])
teacher.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
teacher.fit(x, y, epochs=10, verbose=0)
clone = keras.models.clone_model(teacher)
clone.set_weights(teacher.get_weights())
clone.compile(keras.optimizers.SGD(1e-3), "sparse_categorical_crossentropy", metrics=["accuracy"])
print(teacher.evaluate(x, y, verbose=0), clone.evaluate(x, y, verbose=0))
single = x[7][None]
print(clone.predict(single).argmax(), y[7])
