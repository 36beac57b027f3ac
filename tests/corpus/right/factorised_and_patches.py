import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
i = keras.Input((16, 16, 3))
x = layers.Conv2D(8, (1, 3))(i)
x = layers.Conv2D(8, (3, 1), activation="relu")(x)
x = layers.Conv2D(8, 4, strides=4)(x)
x = layers.Reshape((9, 8))(x)
x = layers.LayerNormalization()(x)
x = layers.MultiHeadAttention(2, 4)(x, x)
model = keras.Model(i, layers.Dense(3, "softmax")(layers.GlobalAveragePooling1D()(x)))
model.compile("adam", "sparse_categorical_crossentropy")
