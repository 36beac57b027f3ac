"""TypeError: ... '_VariantDataset' ... when mapping over dataset.window(). The windows look right when printed."""
import numpy as np
import tensorflow as tf

series = np.sin(np.arange(200) / 6).astype("float32")
WINDOW = 10


def windowed(series):
    ds = tf.data.Dataset.from_tensor_slices(series)
    ds = ds.window(WINDOW + 1, shift=1, drop_remainder=True)  # diagnosis: windows_not_flattened
    ds = ds.map(lambda w: (w[:-1], w[-1]))  # diagnosis: windows_not_flattened
    return ds.shuffle(200).batch(16).prefetch(1)


train = windowed(series[:150])
model = tf.keras.Sequential([tf.keras.Input((WINDOW,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train, validation_data=windowed(series[150:]), epochs=3)
