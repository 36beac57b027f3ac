"""My training loop from a course stops at the loss function: no attribute mean_squared_error."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
width = rng.uniform(-1, 1, (120, 2)).astype("float32")
weight = width @ np.array([[2.0], [-1.0]], dtype="float32") + 0.3

model = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(1)])
optimizer = tf.keras.optimizers.SGD(0.1)
measure = tf.keras.losses.mean_squared_error  # diagnosis: name_removed
for step in range(20):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(measure(weight, model(width, training=True)))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
print(float(loss))
