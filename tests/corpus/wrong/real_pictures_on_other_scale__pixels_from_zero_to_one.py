import tensorflow as tf, numpy as np
from tensorflow.keras import layers

BATCH = 32
real = np.random.randint(0, 256, (256, 16, 16, 1)).astype('float32')
real[:, 4:12, 4:12] = 250.
real /= 255.  # diagnosis: real_pictures_on_other_scale
dataset = tf.data.Dataset.from_tensor_slices(real).shuffle(256).batch(BATCH, drop_remainder=True)

G = tf.keras.Sequential([
    layers.Input((20,)), layers.Dense(4*4*16), layers.LeakyReLU(), layers.Reshape((4, 4, 16)),
    layers.Conv2DTranspose(8, 4, strides=2, padding='same'), layers.LeakyReLU(),
    layers.Conv2DTranspose(1, 4, strides=2, padding='same', activation='tanh')])  # diagnosis: real_pictures_on_other_scale
D = tf.keras.Sequential([
    layers.Input((16, 16, 1)), layers.Conv2D(8, 4, strides=2, padding='same'), layers.LeakyReLU(),
    layers.Flatten(), layers.Dense(1)])
bce = tf.keras.losses.BinaryCrossentropy(from_logits=True)
g_opt, d_opt = tf.keras.optimizers.Adam(1e-4), tf.keras.optimizers.Adam(1e-4)

@tf.function
def train_step(images):
    noise = tf.random.normal([BATCH, 20])
    with tf.GradientTape() as gt, tf.GradientTape() as dt:
        fake = G(noise, training=True)
        ro, fo = D(images, training=True), D(fake, training=True)
        gl = bce(tf.ones_like(fo), fo)
        dl = bce(tf.ones_like(ro), ro) + bce(tf.zeros_like(fo), fo)
    g_opt.apply_gradients(zip(gt.gradient(gl, G.trainable_variables), G.trainable_variables))
    d_opt.apply_gradients(zip(dt.gradient(dl, D.trainable_variables), D.trainable_variables))
    return gl, dl

for ep in range(5):
    for b in dataset:
        gl, dl = train_step(b)
    print(ep, float(gl), float(dl))
