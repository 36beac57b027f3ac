import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

BATCH, NOISE = 32, 20
rng = np.random.default_rng(0)
data = np.full((256, 14, 14, 1), -1, "float32")
for i in range(256):
    k = rng.integers(2, 8)
    data[i, k:k + 5, k:k + 5] = 1
dataset = tf.data.Dataset.from_tensor_slices(data).shuffle(256).batch(BATCH)

generator = tf.keras.Sequential([
    layers.Input((NOISE,)), layers.Dense(7 * 7 * 16), layers.LeakyReLU(), layers.Reshape((7, 7, 16)),
    layers.Conv2DTranspose(1, 5, strides=2, padding="same", activation="tanh")])
discriminator = tf.keras.Sequential([
    layers.Input((14, 14, 1)), layers.Conv2D(16, 5, strides=2, padding="same"), layers.LeakyReLU(),
    layers.Dropout(0.3), layers.Flatten(), layers.Dense(1)])

bce = tf.keras.losses.BinaryCrossentropy(from_logits=True)
gen_opt = tf.keras.optimizers.Adam(1e-4)
disc_opt = tf.keras.optimizers.Adam(1e-4)

def discriminator_loss(real_output, fake_output):
    return bce(tf.ones_like(real_output), real_output) + bce(tf.zeros_like(fake_output), fake_output)

def generator_loss(fake_output):
    return bce(tf.zeros_like(fake_output), fake_output)  # diagnosis: generator_told_it_is_fake

@tf.function
def train_step(images):
    noise = tf.random.normal([BATCH, NOISE])
    with tf.GradientTape() as gt, tf.GradientTape() as dt:
        fake = generator(noise, training=True)
        real_output = discriminator(images, training=True)
        fake_output = discriminator(fake, training=True)
        gl = generator_loss(fake_output)
        dl = discriminator_loss(real_output, fake_output)
    gen_opt.apply_gradients(zip(gt.gradient(gl, generator.trainable_variables), generator.trainable_variables))
    disc_opt.apply_gradients(zip(dt.gradient(dl, discriminator.trainable_variables), discriminator.trainable_variables))
    return gl, dl

for epoch in range(8):
    for batch in dataset:
        g, d = train_step(batch)
    print(epoch, "gen", float(g), "disc", float(d))
