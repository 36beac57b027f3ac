"""Siamese network: the distance between a picture and itself is not 0."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
kinds = rng.integers(0, 4, (300, 2))
prototypes = rng.normal(size=(4, 10)) * 2
left = (prototypes[kinds[:, 0]] + rng.normal(size=(300, 10))).astype("float32")
right = (prototypes[kinds[:, 1]] + rng.normal(size=(300, 10))).astype("float32")
same = (kinds[:, 0] == kinds[:, 1]).astype("float32")


def encoder():
    return keras.Sequential([
        keras.Input((10,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(8),
    ])


a, b = keras.Input((10,)), keras.Input((10,))
code_a = encoder()(a)  # diagnosis: layer_not_shared
code_b = encoder()(b)  # diagnosis: layer_not_shared
difference = layers.Subtract()([code_a, code_b])
distance = layers.Dense(1, activation="sigmoid")(layers.Multiply()([difference, difference]))
model = keras.Model([a, b], distance)
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit([left[:240], right[:240]], same[:240], epochs=10, verbose=0,
          validation_data=([left[240:], right[240:]], same[240:]))
codes = keras.Model([a, b], difference)
print(codes.predict([left[:1], left[:1]], verbose=0))
