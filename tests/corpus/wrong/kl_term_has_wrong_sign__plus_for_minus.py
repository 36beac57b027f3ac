import tensorflow as tf
from tensorflow import keras
import numpy as np

class Sampling(keras.layers.Layer):
    def call(self, inputs):
        m, lv = inputs
        eps = tf.random.normal(tf.shape(m))
        return m + tf.exp(0.5 * lv) * eps

latent_dim = 4
enc_in = keras.Input((196,))
h = keras.layers.Dense(64, activation='relu')(enc_in)
z_mean = keras.layers.Dense(latent_dim)(h)
z_log_var = keras.layers.Dense(latent_dim)(h)
encoder = keras.Model(enc_in, [z_mean, z_log_var, Sampling()([z_mean, z_log_var])])
dec_in = keras.Input((latent_dim,))
decoder = keras.Model(dec_in, keras.layers.Dense(196, activation='sigmoid')(keras.layers.Dense(64, activation='relu')(dec_in)))

class VAE(keras.Model):
    def __init__(self, encoder, decoder, **kw):
        super().__init__(**kw)
        self.encoder, self.decoder = encoder, decoder
        self.loss_tracker = keras.metrics.Mean(name='loss')

    @property
    def metrics(self):
        return [self.loss_tracker]

    def train_step(self, data):
        with tf.GradientTape() as tape:
            m, lv, z = self.encoder(data)
            rec = self.decoder(z)
            rec_loss = tf.reduce_mean(tf.reduce_sum(keras.losses.binary_crossentropy(data[..., None], rec[..., None]), axis=-1))
            kl = 0.5 * tf.reduce_mean(tf.reduce_sum(1 + lv - tf.square(m) - tf.exp(lv), axis=1))  # diagnosis: kl_term_has_wrong_sign
            loss = rec_loss + kl
        g = tape.gradient(loss, self.trainable_weights)
        self.optimizer.apply_gradients(zip(g, self.trainable_weights))
        self.loss_tracker.update_state(loss)
        return {'loss': self.loss_tracker.result(), 'kl': kl}

data = (np.random.rand(512, 196) < 0.2).astype('float32')
vae = VAE(encoder, decoder)
vae.compile(optimizer=keras.optimizers.Adam())
h = vae.fit(data, epochs=12, batch_size=64)
print(h.history)
