"""Adam in my own loop learns much worse than in fit, with the same learning rate."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)

rng = np.random.RandomState(1)
a = rng.randn(1000, 8).astype(np.float32)
b = np.tanh(a[:, :1] * 2 + a[:, 1:2]) + 0.1 * rng.randn(1000, 1).astype(np.float32)

model = tf.keras.Sequential([
    tf.keras.layers.Dense(64, activation="relu"),
    tf.keras.layers.Dense(1)])
model.build((None, 8))

def step(xb, yb):
    optimizer = tf.keras.optimizers.Adam(learning_rate=1e-3)  # diagnosis: optimizer_made_every_step
    with tf.GradientTape() as tape:
        pred = model(xb, training=True)
        loss = tf.reduce_mean(tf.keras.losses.mse(yb, pred))
    grads = tape.gradient(loss, model.trainable_weights)
    optimizer.apply_gradients(zip(grads, model.trainable_weights))
    return loss

for epoch in range(4):
    perm = rng.permutation(1000)
    losses = []
    for i in range(0, 1000, 50):
        sel = perm[i:i + 50]
        losses.append(step(a[sel], b[sel]).numpy())
    print(epoch, np.mean(losses))
