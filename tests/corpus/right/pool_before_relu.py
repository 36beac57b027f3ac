import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
i = keras.Input((16, 16, 3))
x = layers.Conv2D(8, 3)(i)
x = layers.MaxPooling2D()(x)
x = layers.Activation("relu")(x)
x = layers.Conv2D(8, 3)(x)
x = layers.LeakyReLU()(layers.MaxPooling2D()(x))
model = keras.Model(i, layers.Dense(3, "softmax")(layers.Flatten()(x)))
model.compile("adam", "sparse_categorical_crossentropy")
