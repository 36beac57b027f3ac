"""The frames of my game all come back as one blurred road. The KL loss is 1e-7 after two epochs."""
import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(3)
SIZE, CODE = 16, 6


class Divergence(layers.Layer):
    def call(self, given):
        mean, log_var = given
        kl = -0.5 * tf.reduce_mean(1 + log_var - tf.square(mean) - tf.exp(log_var), axis=-1)
        self.add_loss(tf.reduce_mean(kl))
        return mean + tf.exp(log_var / 2) * tf.random.normal(tf.shape(mean))


def rebuilding(y_true, y_pred):
    return 10 * tf.reduce_mean(tf.square(y_true - y_pred), axis=[1, 2, 3])  # diagnosis: divergence_outweighs_rebuilding


rng = np.random.default_rng(3)
columns = np.arange(SIZE)
frames = np.full((600, SIZE, SIZE, 1), 0.6, "float32")
for frame, left in zip(frames, rng.integers(4, 7, 600)):
    frame[:, (columns >= left) & (columns < left + 5)] = 0.4

inputs = keras.Input((SIZE, SIZE, 1))
x = layers.Conv2D(8, 3, strides=2, activation="relu", padding="same")(inputs)
x = layers.Flatten()(x)
code = Divergence()([layers.Dense(CODE)(x), layers.Dense(CODE)(x)])
x = layers.Dense(8 * 8 * 8, activation="relu")(code)
x = layers.Reshape((8, 8, 8))(x)
outputs = layers.Conv2DTranspose(1, 3, strides=2, padding="same", activation="sigmoid")(x)
vae = keras.Model(inputs, outputs)
vae.compile(optimizer="adam", loss=rebuilding, metrics=[rebuilding])
vae.fit(frames, frames, epochs=12, batch_size=32, verbose=2)
print("spread", frames.std(axis=0).mean(), "of what comes back", vae.predict(frames, verbose=0).std(axis=0).mean())
