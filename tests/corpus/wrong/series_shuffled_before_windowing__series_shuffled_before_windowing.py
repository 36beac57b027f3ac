"""I shuffle like everybody says, and the network cannot even learn a sine."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(2)
series = np.sin(np.arange(400) / 7).astype("float32")


def windowed_dataset(series, window_size, batch_size, shuffle_buffer):
    dataset = tf.data.Dataset.from_tensor_slices(series)
    dataset = dataset.shuffle(shuffle_buffer)  # diagnosis: series_shuffled_before_windowing
    dataset = dataset.window(window_size + 1, shift=1, drop_remainder=True)  # diagnosis: series_shuffled_before_windowing
    dataset = dataset.flat_map(lambda window: window.batch(window_size + 1))
    dataset = dataset.map(lambda window: (window[:-1], window[-1]))
    return dataset.batch(batch_size).prefetch(1)


train = windowed_dataset(series[:300], 16, 32, 300)
valid = windowed_dataset(series[300:], 16, 32, 1)
model = tf.keras.Sequential([
    tf.keras.Input((16,)),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(1),
])
model.compile(tf.keras.optimizers.Adam(0.005), loss="mse", metrics=["mae"])
model.fit(train, validation_data=valid, epochs=8, verbose=2)
