"""The forecasts of my bidirectional network are all near the mean."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")

windows = rng.normal(size=(32, 12, 1)).astype("float32")
data = tf.data.Dataset.from_tensor_slices((windows, windows[:, -1, 0])).shuffle(32).batch(8)
model = keras.Sequential(
    [
        keras.Input((12, 1)),
        layers.Bidirectional(
            layers.LSTM(
                4,
                return_sequences=True,  # diagnosis: predictions_broadcast_against_labels
            )
        ),
        layers.Dense(1),
    ]
)
model.compile("adam", "mae")
model.fit(data, verbose=0)
