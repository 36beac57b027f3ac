import numpy as np, tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers
keras.utils.set_random_seed(6)
rng = np.random.default_rng(0)
kinds = (rng.random((10, 144)) < 0.3).astype('float32')
x = kinds[rng.integers(0, 10, 1500)]
class Sampling(layers.Layer):
    def call(self, inputs):
        mu, log_var = inputs
        kl = -0.5 * tf.reduce_sum(1 + log_var - tf.square(mu) - tf.exp(log_var), axis=1)
        self.add_loss(tf.reduce_mean(kl))
        return mu + tf.exp(0.5 * log_var) * tf.random.normal(tf.shape(mu))
inputs = keras.Input(shape=(144,))
h = layers.Dense(48, activation='relu')(inputs)
z = Sampling()([layers.Dense(2)(h), layers.Dense(2)(h)])
d = layers.Dense(48, activation='relu')(z)
vae = keras.Model(inputs, layers.Dense(144, activation='sigmoid')(d))
vae.compile(optimizer='adam', loss='binary_crossentropy')  # diagnosis: divergence_outweighs_rebuilding
vae.fit(x, x, epochs=12, batch_size=32, verbose=2)
print(vae.predict(x, verbose=0).std(0).mean(), x.std(0).mean())
