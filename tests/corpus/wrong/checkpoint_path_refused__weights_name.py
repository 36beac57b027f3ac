"""ValueError: When using `save_weights_only=True` in `ModelCheckpoint`, the filepath ... must end in `.weights.h5`."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

x = np.random.default_rng(0).normal(size=(100, 2)).astype("float32")
y = x.prod(axis=1)
model = tf.keras.Sequential([layers.Input((2,)), layers.Dense(16, activation="relu"), layers.Dense(1)])
model.compile("adam", "mse")

path = "training_1/cp-{epoch:04d}.ckpt"  # diagnosis: checkpoint_path_refused
checkpoint = tf.keras.callbacks.ModelCheckpoint(path, save_weights_only=True, verbose=1)  # diagnosis: checkpoint_path_refused
model.fit(x[:80], y[:80], validation_data=(x[80:], y[80:]), epochs=3, callbacks=[checkpoint])
