"""Steps instead of epochs: one iterator over repeated data gives a new batch each time."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
y = rng.integers(0, 2, size=480)
x = (rng.normal(size=(480, 8)) + 1.5 * np.eye(8)[y]).astype("float32")
batches = iter(tf.data.Dataset.from_tensor_slices((x[:400], y[:400])).shuffle(400).repeat().batch(40).prefetch(2))
model = tf.keras.Sequential([
    tf.keras.Input((8,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(2)
])
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.Adam(0.01)


@tf.function
def train_step(features, labels):
    with tf.GradientTape() as tape:
        loss = loss_fn(labels, model(features, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply(gradients, model.trainable_variables)
    return loss


for step in range(100):
    features, labels = next(batches)
    loss = train_step(features, labels)
    if step % 25 == 0:
        print(step, float(loss))
print((model(x[400:]).numpy().argmax(axis=1) == y[400:]).mean())
