"""My accuracy loss gives 'No gradients provided for any variable' - the same code with mse works."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(200, 4)).astype("float32")
y = (x[:, :1] > 0).astype("float32")


def error_rate(target, predicted):
    decided = tf.cast(predicted > 0.5, tf.float32)  # diagnosis: loss_cuts_gradient
    return tf.reduce_mean(tf.abs(target - decided))  # diagnosis: loss_cuts_gradient


model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(8, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss=error_rate, metrics=["accuracy"])  # diagnosis: loss_cuts_gradient
model.fit(x[:160], y[:160], validation_data=(x[160:], y[160:]), epochs=3, verbose=0)  # diagnosis: loss_cuts_gradient
