"""Gradient accumulation over 16 batches, since my card is small. The loss never moves."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)
x = rng.normal(size=(256, 8)).astype("float32")
y = rng.integers(0, 3, size=256)
x[np.arange(256), y] += 2
train = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(256).batch(32)

model = tf.keras.Sequential([
    tf.keras.Input((8,)), tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(3)
])
loss_fn = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.Adam(0.01)
steps = 16
total = [tf.zeros_like(v) for v in model.trainable_variables]

for epoch in range(5):
    for i, (features, labels) in enumerate(train):
        with tf.GradientTape() as tape:
            loss = loss_fn(labels, model(features, training=True)) / steps
        gradients = tape.gradient(loss, model.trainable_variables)  # diagnosis: gradients_not_applied
        total = [a + g for a, g in zip(total, gradients)]
        if (i + 1) % steps == 0:
            optimizer.apply_gradients(zip(total, model.trainable_variables))  # diagnosis: gradients_not_applied
            total = [tf.zeros_like(v) for v in model.trainable_variables]
    print(epoch, float(loss) * steps)
