"""Stateful GRU, batches of exactly one window, and still: enters the loop with shape (1, 12)."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(0)
tide = np.sin(np.arange(401) / 7).astype("float32")[:, None]

windows = tf.data.Dataset.from_tensor_slices(tide).window(21, shift=20, drop_remainder=True)
windows = windows.flat_map(lambda one: one.batch(21))
windows = windows.batch(1)  # diagnosis: stateful_batch_size
windows = windows.map(lambda one: (one[:, :-1], one[:, 1:]))


class Forget(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.model.layers[0].reset_states()


model = keras.Sequential([
    keras.Input(batch_shape=(1, None, 1)),
    keras.layers.GRU(12, return_sequences=True, stateful=True),
    keras.layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
model.fit(windows, epochs=3, callbacks=[Forget()], verbose=0)
print(model.evaluate(windows, verbose=0))
