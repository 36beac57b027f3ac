"""An infinite dataset with steps_per_epoch; the validation data are finite."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.uniform(-1, 1, (400, 2)).astype("float32")
y = (x[:, 0] * x[:, 1]).astype("float32")
train = tf.data.Dataset.from_tensor_slices((x[:320], y[:320])).shuffle(320).repeat().batch(32).prefetch(tf.data.AUTOTUNE)
val = tf.data.Dataset.from_tensor_slices((x[320:], y[320:])).batch(32).prefetch(tf.data.AUTOTUNE)
model = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(1)])
model.compile(tf.keras.optimizers.Adam(0.01), "mse", metrics=["mae"])
model.fit(train, steps_per_epoch=10, validation_data=val, epochs=15, verbose=0)
print(model.evaluate(val, verbose=0))
