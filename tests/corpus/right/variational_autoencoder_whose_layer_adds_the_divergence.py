import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(6)
x = (load_digits().data / 16.0).astype('float32')
x_train, x_test = x[:1500], x[1500:]

latent_dim = 2


class Sampling(layers.Layer):
    """draws z and adds the KL term"""

    def call(self, inputs):
        mu, log_var = inputs
        kl = -0.5 * tf.reduce_sum(1 + log_var - tf.square(mu) - tf.exp(log_var), axis=1)
        self.add_loss(tf.reduce_mean(kl))
        eps = tf.random.normal(tf.shape(mu))
        return mu + tf.exp(0.5 * log_var) * eps


inputs = keras.Input(shape=(64,))
h = layers.Dense(48, activation='relu')(inputs)
z_mean = layers.Dense(latent_dim)(h)
z_log_var = layers.Dense(latent_dim)(h)
z = Sampling()([z_mean, z_log_var])
encoder = keras.Model(inputs, [z_mean, z_log_var, z])

latent_inputs = keras.Input(shape=(latent_dim,))
d = layers.Dense(48, activation='relu')(latent_inputs)
outputs = layers.Dense(64, activation='sigmoid')(d)
decoder = keras.Model(latent_inputs, outputs)

vae = keras.Model(inputs, decoder(encoder(inputs)[2]))


def reconstruction(y_true, y_pred):
    return 64 * keras.losses.binary_crossentropy(y_true, y_pred)


vae.compile(optimizer='adam', loss=reconstruction)
vae.fit(x_train, x_train, epochs=12, batch_size=64, validation_data=(x_test, x_test), verbose=2)

generated = decoder.predict(np.random.normal(size=(3, latent_dim)))
print(generated.round(1))
