"""No gradients provided for any variable, and only the generator has that."""
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(0)

G = tf.keras.Sequential([layers.Input((8,)), layers.Dense(32, activation="relu"), layers.Dense(2)])
D = tf.keras.Sequential([layers.Input((2,)), layers.Dense(32, activation="relu"), layers.Dense(1)])
bce = tf.keras.losses.BinaryCrossentropy(from_logits=True)
g_opt, d_opt = tf.keras.optimizers.Adam(1e-3), tf.keras.optimizers.Adam(1e-3)

@tf.function
def step(real):
    fake = G(tf.random.normal((tf.shape(real)[0], 8)), training=True)  # diagnosis: forward_pass_outside_tape
    with tf.GradientTape() as gt, tf.GradientTape() as dt:
        d_real = D(real, training=True)
        d_fake = D(fake, training=True)
        d_loss = bce(tf.ones_like(d_real), d_real) + bce(tf.zeros_like(d_fake), d_fake)
        g_loss = bce(tf.ones_like(d_fake), d_fake)
    d_opt.apply_gradients(zip(dt.gradient(d_loss, D.trainable_variables), D.trainable_variables))
    g_opt.apply_gradients(zip(gt.gradient(g_loss, G.trainable_variables), G.trainable_variables))
    return d_loss, g_loss

for i in range(200):
    real = tf.random.normal((64, 2)) * 0.3 + tf.constant([2.0, -1.0])
    dl, gl = step(real)
    if i % 50 == 0:
        print(i, float(dl), float(gl))
print(tf.reduce_mean(G(tf.random.normal((500, 8))), axis=0))
