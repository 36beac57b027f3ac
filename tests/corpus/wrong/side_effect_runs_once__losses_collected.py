"""losses list has one entry only, and it is 'Tensor(...)' instead of a number."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(17)
rng = np.random.default_rng(17)
x = rng.normal(size=(160, 4)).astype("float32")
y = x[:, :1] - x[:, 1:2]
model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(8, activation="relu"), tf.keras.layers.Dense(1)])
optimizer = tf.keras.optimizers.Adam(0.01)
losses = []


@tf.function
def step(a, b):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(a, training=True) - b) ** 2)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    losses.append(loss)  # diagnosis: side_effect_runs_once
    return loss


for epoch in range(4):
    for i in range(0, 160, 32):
        step(x[i:i + 32], y[i:i + 32])
print(len(losses), losses[0])
