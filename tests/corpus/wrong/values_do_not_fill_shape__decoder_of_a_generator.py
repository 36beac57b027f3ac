import numpy as np
from keras import Sequential, layers


def make_generator(noise=64):
    model = Sequential()
    model.add(layers.Input((noise,)))
    model.add(layers.Dense(7 * 7 * 32, use_bias=False))
    model.add(layers.BatchNormalization())
    model.add(layers.LeakyReLU())
    model.add(layers.Reshape((7, 7, 64)))  # diagnosis: values_do_not_fill_shape
    model.add(layers.Conv2DTranspose(16, 5, strides=2, padding="same"))
    model.add(layers.Conv2DTranspose(1, 5, strides=2, padding="same", activation="tanh"))
    return model


generator = make_generator()
print(generator.predict(np.random.normal(size=(1, 64))).shape)
