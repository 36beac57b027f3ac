"""MobileNetV2 with loaded weights behind the layer that makes -1 to 1 of its pixels."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)

labels = rng.integers(0, 2, 24)
pictures = (rng.integers(0, 150, (24, 32, 32, 3)) + 90 * labels[:, None, None, None]).astype("uint8")
base = keras.applications.MobileNetV2((32, 32, 3), alpha=0.35, include_top=False, weights=None, pooling="avg")
base.save_weights("from_somewhere.weights.h5")
base.load_weights("from_somewhere.weights.h5")
base.trainable = False
inputs = keras.Input((32, 32, 3))
x = keras.layers.Rescaling(1.0 / 127.5, offset=-1)(inputs)
x = base(x, training=False)
model = keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(x))
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(pictures[:16], labels[:16], validation_data=(pictures[16:], labels[16:]), epochs=2, verbose=0)
