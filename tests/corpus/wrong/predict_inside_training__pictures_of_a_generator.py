"""GAN on small shapes: the discriminator learns, the generator's step says No gradients provided"""
import numpy as np
import tensorflow as tf
from tensorflow import keras

rng = np.random.default_rng(0)
rings = np.zeros((256, 8, 8), "float32")
for ring in rings:
    a, b = rng.integers(0, 4, 2)
    ring[a:a + 4, b:b + 4] = 1
    ring[a + 1:a + 3, b + 1:b + 3] = 0

G = keras.Sequential([keras.Input((10,)), keras.layers.Dense(32, activation="relu"),
                      keras.layers.Dense(64, activation="sigmoid"), keras.layers.Reshape((8, 8))])
D = keras.Sequential([keras.Input((8, 8)), keras.layers.Flatten(),
                      keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
bce = keras.losses.BinaryCrossentropy()
opt_g, opt_d = keras.optimizers.Adam(1e-3), keras.optimizers.Adam(1e-3)

for step in range(20):
    real = rings[rng.integers(0, 256, 32)]
    z = rng.normal(size=(32, 10)).astype("float32")
    with tf.GradientTape() as tape:
        fake = G(z)
        d_loss = bce(tf.ones((32, 1)), D(real)) + bce(tf.zeros((32, 1)), D(fake))
    opt_d.apply_gradients(zip(tape.gradient(d_loss, D.trainable_weights), D.trainable_weights))
    with tf.GradientTape() as tape:
        made = G.predict(z, verbose=0)  # diagnosis: predict_inside_training
        g_loss = bce(tf.ones((32, 1)), D(made))
    weights = G.trainable_weights
    slopes = tape.gradient(g_loss, weights)
    opt_g.apply_gradients(zip(slopes, weights))
    print(step, float(d_loss), float(g_loss))
