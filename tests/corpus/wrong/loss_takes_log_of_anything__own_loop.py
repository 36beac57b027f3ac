"""nan after some steps, but only in my own loop"""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(15)
rng = np.random.default_rng(15)
y = rng.integers(0, 2, size=256).astype("float32")[:, None]
x = (rng.normal(size=(256, 4)) + 30 * y).astype("float32")
dataset = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(256).batch(32)
model = tf.keras.Sequential([
    tf.keras.Input((4,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
optimizer = tf.keras.optimizers.Adam(0.05)


def cross_entropy(labels, p):
    return -tf.reduce_mean(labels * tf.math.log(p) + (1 - labels) * tf.math.log(1 - p))  # diagnosis: loss_takes_log_of_anything


for epoch in range(6):
    for features, labels in dataset:
        with tf.GradientTape() as tape:
            loss = cross_entropy(labels, model(features, training=True))
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))
    print(epoch, float(loss))
