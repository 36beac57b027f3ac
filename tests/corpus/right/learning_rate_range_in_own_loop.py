"""A learning-rate range test by hand: the rate grows with every step until the loss breaks, then training begins."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(40)
rng = np.random.default_rng(40)
y = rng.integers(0, 3, size=480)
x = (rng.normal(size=(480, 6)) + 2 * np.eye(6)[y]).astype("float32")
data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(480).batch(32)
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def build():
    return tf.keras.Sequential([
        tf.keras.Input((6,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(3)
    ])


def train(model, optimizer, epochs, rates=None):
    step = 0
    for _ in range(epochs):
        for features, labels in data:
            if rates is not None:
                optimizer.learning_rate.assign(rates[step])
            with tf.GradientTape() as tape:
                loss = loss_fn(labels, model(features, training=True))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
            step += 1
    return float(loss)


print(train(build(), tf.keras.optimizers.SGD(), 4, np.geomspace(1e-4, 10, 60)))
model = build()
print(train(model, tf.keras.optimizers.Adam(0.01), 5))
print((model(x).numpy().argmax(axis=1) == y).mean())
