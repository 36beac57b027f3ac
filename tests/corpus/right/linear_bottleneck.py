import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
i = keras.Input((16, 16, 3))
x = layers.Conv2D(8, 1, use_bias=False)(i)
x = layers.BatchNormalization()(x)
x = layers.ReLU(6)(x)
x = layers.DepthwiseConv2D(3, padding="same", use_bias=False)(x)
x = layers.BatchNormalization()(x)
x = layers.ReLU(6)(x)
x = layers.Conv2D(4, 1, use_bias=False)(x)
x = layers.BatchNormalization()(x)
x = layers.Conv2D(8, 1, use_bias=False)(x)
x = layers.BatchNormalization()(x)
x = layers.ReLU(6)(x)
model = keras.Model(i, layers.Dense(3, "softmax")(layers.GlobalAveragePooling2D()(x)))
model.compile("adam", "sparse_categorical_crossentropy")
