import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
i = keras.Input((16,))
x = layers.Dense(16)(i)
y = layers.Dense(16)(x)
x = layers.add([x, y])
x = keras.ops.relu(x)
model = keras.Model(i, layers.Dense(3, "softmax")(x))
model.compile("adam", "sparse_categorical_crossentropy")
