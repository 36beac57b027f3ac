import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
g = keras.Sequential(
    [
        keras.Input((4,)),
        layers.Dense(16),
        layers.LeakyReLU(0.2),
        layers.Reshape((4, 4, 1)),
        layers.Conv2DTranspose(2, 4, strides=2, padding="same"),
        layers.Conv2D(1, 5, padding="same", activation="tanh"),
    ]
)
disc = keras.Sequential(
    [
        keras.Input((8, 8, 1)),
        layers.Conv2D(4, 3, strides=2),
        layers.LeakyReLU(0.2),
        layers.Dropout(0.3),
        layers.Flatten(),
        layers.Dense(1),
    ]
)
disc.compile("adam", keras.losses.BinaryCrossentropy(from_logits=True))
