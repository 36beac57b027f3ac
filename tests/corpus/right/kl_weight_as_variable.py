"""VAE whose KL weight grows while it trains."""
import numpy as np
import tensorflow as tf
rng = np.random.default_rng(0)
X = (rng.normal(size=(512, 3)) @ rng.normal(size=(3, 10))).astype("float32")
X = (X - X.mean(0)) / X.std(0)
enc = tf.keras.Sequential([tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(4)])
dec = tf.keras.Sequential([tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(10)])
opt = tf.keras.optimizers.Adam(1e-3)
beta = tf.Variable(0.0, trainable=False)
@tf.function
def train_step(x):
    with tf.GradientTape() as tape:
        mean, logvar = tf.split(enc(x, training=True), 2, axis=-1)
        s = mean + tf.exp(0.5 * logvar) * tf.random.normal(tf.shape(mean))
        rec = tf.reduce_mean(tf.square(dec(s, training=True) - x))
        kl = -0.5 * tf.reduce_mean(1 + logvar - tf.square(mean) - tf.exp(logvar))
        loss = rec + beta * kl
    variables = enc.trainable_variables + dec.trainable_variables
    opt.apply_gradients(zip(tape.gradient(loss, variables), variables))
    return loss, rec, kl
ds = tf.data.Dataset.from_tensor_slices(X).shuffle(512).batch(64)
for epoch in range(20):
    beta.assign(min(0.1, epoch / 100))
    for xb in ds:
        loss, rec, kl = train_step(xb)
    print(f"epoch {epoch} beta {beta.numpy():.2f} loss {loss:.4f} rec {rec:.4f} kl {kl:.4f}")
