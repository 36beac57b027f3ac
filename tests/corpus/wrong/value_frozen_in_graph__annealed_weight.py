"""beta is printed as 1.0 but the KL term seems to play no part."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
X = rng.normal(size=(512, 10)).astype("float32") @ rng.normal(size=(10, 10)).astype("float32")
enc = tf.keras.Sequential([tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(4)])
dec = tf.keras.Sequential([tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(10)])
opt = tf.keras.optimizers.Adam(1e-3)
beta = 0.0

@tf.function
def train_step(x):
    with tf.GradientTape() as tape:
        z = enc(x)
        mean, logvar = tf.split(z, 2, axis=-1)
        s = mean + tf.exp(0.5 * logvar) * tf.random.normal(tf.shape(mean))
        rec = tf.reduce_mean(tf.square(dec(s) - x))
        kl = -0.5 * tf.reduce_mean(1 + logvar - tf.square(mean) - tf.exp(logvar))
        loss = rec + beta * kl  # diagnosis: value_frozen_in_graph
    variables = enc.trainable_variables + dec.trainable_variables
    opt.apply_gradients(zip(tape.gradient(loss, variables), variables))
    return loss, rec, kl

ds = tf.data.Dataset.from_tensor_slices(X).batch(64)
for epoch in range(20):
    beta = min(1.0, epoch / 10)
    for xb in ds:
        loss, rec, kl = train_step(xb)
    print(f"epoch {epoch} beta {beta:.1f} loss {loss:.4f} rec {rec:.4f} kl {kl:.4f}")
