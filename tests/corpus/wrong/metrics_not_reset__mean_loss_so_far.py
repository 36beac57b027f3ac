"""The mean loss that I print now and then still moves slowly in the third epoch: the first batches are in it."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(14)
rng = np.random.default_rng(14)
heights = rng.normal(0, 1, (640, 6)).astype("float32")
weights = heights @ rng.normal(0, 1, (6, 1)).astype("float32")
plants = tf.data.Dataset.from_tensor_slices((heights, weights)).shuffle(640).batch(32)

net = tf.keras.Sequential([
    tf.keras.Input((6,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)
])
squared_error = tf.keras.losses.MeanSquaredError()
adam = tf.keras.optimizers.Adam(0.01)
loss_so_far = tf.keras.metrics.Mean()

for epoch in range(3):
    for number, (x, y) in enumerate(plants):
        with tf.GradientTape() as tape:
            loss = squared_error(y, net(x, training=True))
        gradients = tape.gradient(loss, net.trainable_variables)
        adam.apply_gradients(zip(gradients, net.trainable_variables))
        loss_so_far(loss)
        if number % 10 == 0:
            print(f"step {number}: mean loss so far {loss_so_far.result():.4f}")  # diagnosis: metrics_not_reset
