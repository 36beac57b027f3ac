"""keras prints that the LSTM will not use cuDNN kernels; on the GPU one epoch takes 9 minutes instead of 20 s."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(120, 20, 3)).astype("float32")
y = (x[:, :, 0].mean(axis=1) > x[:, :, 1].mean(axis=1)).astype("int32")

model = tf.keras.Sequential([
    tf.keras.Input((20, 3)),
    tf.keras.layers.LSTM(16, dropout=0.2, recurrent_dropout=0.2),  # diagnosis: slow_recurrent_kernel
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:90], y[:90], validation_data=(x[90:], y[90:]), epochs=3, verbose=2)
