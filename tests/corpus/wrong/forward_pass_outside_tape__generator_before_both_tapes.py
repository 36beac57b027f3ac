import numpy as np
import tensorflow as tf
gen = tf.keras.Sequential([tf.keras.Input((8,)), tf.keras.layers.Dense(16, activation='relu'), tf.keras.layers.Dense(2)])
disc = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(16, activation='relu'), tf.keras.layers.Dense(1)])
loss_fn = tf.keras.losses.BinaryCrossentropy(from_logits=True)
opt_g = tf.keras.optimizers.Adam(1e-3)
opt_d = tf.keras.optimizers.Adam(1e-3)
data = np.random.randn(512, 2).astype('float32') * 0.1 + 2

def step(real):
    noise = tf.random.normal((len(real), 8))
    fake = gen(noise)  # diagnosis: forward_pass_outside_tape
    with tf.GradientTape() as t:
        dr, df = disc(real), disc(fake)
        ld = loss_fn(tf.ones_like(dr), dr) + loss_fn(tf.zeros_like(df), df)
    gd = t.gradient(ld, disc.trainable_variables)
    opt_d.apply_gradients(zip(gd, disc.trainable_variables))
    with tf.GradientTape() as t:
        df = disc(fake)
        lg = loss_fn(tf.ones_like(df), df)
    gg = t.gradient(lg, gen.trainable_variables)
    opt_g.apply_gradients(zip(gg, gen.trainable_variables))
    return float(ld), float(lg)

for e in range(3):
    for i in range(0, 512, 64):
        l = step(data[i:i+64])
    print(e, l)
