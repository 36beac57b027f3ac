"""No gradients provided for any variable of my discriminator."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

data = (np.random.rand(256, 28, 28, 1) > 0.6).astype('float32')
ds = tf.data.Dataset.from_tensor_slices(data).shuffle(256).batch(32)

encoder = tf.keras.Sequential([layers.Input((28, 28, 1)), layers.Flatten(),
                               layers.Dense(64, activation='relu'), layers.Dense(8)])
decoder = tf.keras.Sequential([layers.Input((8,)), layers.Dense(64, activation='relu'),
                               layers.Dense(784, activation='sigmoid'), layers.Reshape((28, 28, 1))])
disc = tf.keras.Sequential([layers.Input((8,)), layers.Dense(32, activation='relu'),
                            layers.Dense(1, activation='sigmoid')])
ae_optimizer = tf.keras.optimizers.Adam(1e-3)
disc_optimizer = tf.keras.optimizers.Adam(5e-4)

def train_step(x):
    z_prior = tf.random.normal((tf.shape(x)[0], 8))
    with tf.GradientTape() as ae_tape, tf.GradientTape() as disc_tape:
        z = encoder(x, training=True)
        x_hat = decoder(z, training=True)
        d_real = disc(z_prior, training=True)
        d_fake = disc(z, training=True)
        rec_loss = tf.reduce_mean(tf.square(x - x_hat))
        latent_loss = tf.reduce_mean(tf.math.log(d_real + 1e-6) + tf.math.log(1 - d_fake + 1e-6))
        ae_loss = rec_loss - 0.1 * tf.reduce_mean(tf.math.log(d_fake + 1e-6))
    ae_vars = encoder.trainable_variables + decoder.trainable_variables
    ae_gradients = ae_tape.gradient(ae_loss, ae_vars)
    disc_gradients = disc_tape.gradient(-latent_loss, disc.trainable_variables)  # diagnosis: loss_computed_after_tape
    ae_optimizer.apply_gradients(zip(ae_gradients, ae_vars))
    disc_optimizer.apply_gradients(zip(disc_gradients, disc.trainable_variables))
    return rec_loss, latent_loss

for epoch in range(1):
    for batch in ds:
        rec, lat = train_step(batch)
    print(epoch, float(rec), float(lat))
