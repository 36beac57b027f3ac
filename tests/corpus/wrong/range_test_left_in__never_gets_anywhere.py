"""The tides forecast is as bad after training as before, more layers change nothing."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(12)
hours = np.arange(1500)
tide = 2.0 + np.sin(2 * np.pi * hours / 12.4) + 0.4 * np.sin(2 * np.pi * hours / 24.8)
tide = (tide + 0.05 * np.random.randn(1500)).astype("float32")

width = 26
data = tf.keras.utils.timeseries_dataset_from_array(tide[:1200 - width], tide[width:1200], width, batch_size=32)

model = tf.keras.Sequential([
    tf.keras.Input((width,)),
    tf.keras.layers.Dense(24, activation="relu"),
    tf.keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer=tf.keras.optimizers.Adam(1e-3), metrics=["mae"])
lr = tf.keras.callbacks.LearningRateScheduler(lambda epoch: 1e-8 * 10 ** (epoch / 10))
model.fit(data, epochs=15, callbacks=[lr], verbose=0)  # diagnosis: range_test_left_in

later = np.stack([tide[i:i + width] for i in range(1200, 1500 - width)])
print(np.abs(model.predict(later, verbose=0)[:, 0] - tide[1200 + width:]).mean())
