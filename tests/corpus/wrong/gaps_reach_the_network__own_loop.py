"""Sensor table with holes; loss is nan from the first step of my loop."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(34)
rng = np.random.default_rng(34)
x = rng.normal(size=(256, 5)).astype("float32")
y = x.sum(axis=1, keepdims=True)
x[rng.random(x.shape) < 0.05] = np.nan
data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(256).batch(32)
model = tf.keras.Sequential([
    tf.keras.Input((5,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)
])
optimizer = tf.keras.optimizers.Adam(0.01)
for epoch in range(3):
    for features, targets in data:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(targets - model(features, training=True)))
        gradients = tape.gradient(loss, model.trainable_variables)  # diagnosis: gaps_reach_the_network
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    print(epoch, float(loss))
