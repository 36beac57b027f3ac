"""Copied the optimizer from a fine-tuning tutorial; my loop does not learn."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(32)
rng = np.random.default_rng(32)
y = rng.integers(0, 4, size=480)
x = (rng.normal(size=(480, 8)) + 2 * np.eye(8)[y]).astype("float32")
data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(480).batch(32)
model = tf.keras.Sequential([
    tf.keras.Input((8,)),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(4),
])
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.Adam(1e-7)  # diagnosis: learning_rate_too_low


@tf.function
def train_step(features, labels):
    with tf.GradientTape() as tape:
        loss = loss_fn(labels, model(features, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss


for epoch in range(6):
    for features, labels in data:
        loss = train_step(features, labels)
    print(epoch, float(loss))
