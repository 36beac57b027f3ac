"""The reviewer says my evaluation leaks. Where? I split before training."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
data = rng.normal(loc=[3, 50, -7], scale=[1, 12, 4], size=(300, 3))
target = data @ [1.0, 0.1, -0.3] + rng.normal(size=300) * 0.2

data = (data - data.mean(axis=0)) / data.std(axis=0)  # diagnosis: statistics_from_all_rows
x_train, x_test = data[:240], data[240:]
y_train, y_test = target[:240], target[240:]

model = tf.keras.Sequential([tf.keras.Input((3,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)])
model.compile(tf.keras.optimizers.Adam(0.02), "mse", metrics=["mae"])
model.fit(x_train, y_train, validation_data=(x_test, y_test), epochs=15, verbose=0)
print(model.evaluate(x_test, y_test, verbose=0))
