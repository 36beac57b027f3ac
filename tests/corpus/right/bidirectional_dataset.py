import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(32, 12, 1)).astype("float32")
y = rng.normal(size=(32,)).astype("float32")
ds = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(32).batch(8)
model = keras.Sequential(
    [
        keras.Input((12, 1)),
        layers.Bidirectional(layers.LSTM(4, return_sequences=True)),
        layers.Bidirectional(layers.GRU(4)),
        layers.Dense(1),
    ]
)
model.compile("adam", "mse")
model.fit(ds, verbose=0)
