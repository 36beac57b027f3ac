"""A small GAN: each network has its own optimizer, logits and from_logits=True."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
real = (rng.normal(size=(256, 2)) * 0.3 + [2, -1]).astype("float32")
dataset = tf.data.Dataset.from_tensor_slices(real).shuffle(256).batch(32, drop_remainder=True).prefetch(1)
generator = tf.keras.Sequential([layers.Input((4,)), layers.Dense(16, activation="relu"), layers.Dense(2)])
critic = tf.keras.Sequential([layers.Input((2,)), layers.Dense(16, activation="relu"), layers.Dense(1)])
bce = tf.keras.losses.BinaryCrossentropy(from_logits=True)
g_optimizer, c_optimizer = tf.keras.optimizers.Adam(0.005), tf.keras.optimizers.Adam(0.005)


@tf.function
def step(batch):
    noise = tf.random.normal((32, 4))
    with tf.GradientTape() as g_tape, tf.GradientTape() as c_tape:
        fake = generator(noise, training=True)
        real_out, fake_out = critic(batch, training=True), critic(fake, training=True)
        c_loss = bce(tf.ones_like(real_out), real_out) + bce(tf.zeros_like(fake_out), fake_out)
        g_loss = bce(tf.ones_like(fake_out), fake_out)
    g_weights, c_weights = generator.trainable_variables, critic.trainable_variables
    g_optimizer.apply_gradients(zip(g_tape.gradient(g_loss, g_weights), g_weights))
    c_optimizer.apply_gradients(zip(c_tape.gradient(c_loss, c_weights), c_weights))
    return g_loss, c_loss


for epoch in range(8):
    for batch in dataset:
        g_loss, c_loss = step(batch)
print(float(g_loss), float(c_loss), generator(tf.random.normal((100, 4))).numpy().mean(axis=0))
