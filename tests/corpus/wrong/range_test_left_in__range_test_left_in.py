"""Loss goes down nicely until epoch 12 and then explodes to thousands. I only took the callback from the course."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
series = np.sin(np.arange(320) / 8) + np.random.default_rng(0).normal(size=320) * 0.05
X = np.stack([series[i : i + 20] for i in range(300)])
y = series[20:320]
X_train, y_train, X_val, y_val = X[:220], y[:220], X[220:], y[220:]

model = tf.keras.Sequential([
    tf.keras.Input((20,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1),
])
model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=1e-5, momentum=0.9), loss="mse")
schedule = tf.keras.callbacks.LearningRateScheduler(lambda epoch: 1e-5 * 10 ** (epoch / 3))  # diagnosis: range_test_left_in
history = model.fit(  # diagnosis: range_test_left_in
    X_train, y_train, validation_data=(X_val, y_val), epochs=20, callbacks=[schedule], verbose=0  # diagnosis: range_test_left_in
)
print([round(loss, 3) for loss in history.history["loss"]])
model.save("forecast.keras")
