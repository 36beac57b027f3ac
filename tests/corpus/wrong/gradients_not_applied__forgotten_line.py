"""The loss of my own loop is the same in every epoch, to the last digit."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(200, 3)).astype("float32")
y = x.sum(axis=1, keepdims=True)
model = tf.keras.Sequential([tf.keras.Input((3,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)])
optimizer = tf.keras.optimizers.Adam(0.01)
data = tf.data.Dataset.from_tensor_slices((x, y)).batch(50).prefetch(1)


def train_step(features, targets):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(targets - model(features, training=True)))
    gradients = tape.gradient(loss, model.trainable_variables)  # diagnosis: gradients_not_applied
    return loss


for epoch in range(5):
    print(epoch, np.mean([float(train_step(features, targets)) for features, targets in data]))
