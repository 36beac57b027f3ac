"""The loss starts at 30 for four classes."""
import numpy as np
import keras
from keras import layers, initializers

rng = np.random.default_rng(2)
y = rng.integers(0, 4, 1600)
x = np.eye(4)[y].repeat(5, axis=1) + rng.normal(scale=0.6, size=(1600, 20))
init = initializers.RandomNormal(mean=0.0, stddev=10.0)
m = keras.Sequential([
    keras.Input((20,)),
    layers.Dense(64, activation='sigmoid', kernel_initializer=init),  # diagnosis: initial_weights_too_large
    layers.Dense(64, activation='sigmoid', kernel_initializer=init),
    layers.Dense(4, activation='softmax', kernel_initializer=init),
])
m.compile('sgd', 'sparse_categorical_crossentropy', metrics=['accuracy'])
m.fit(x, y, epochs=10, batch_size=32, verbose=2)
