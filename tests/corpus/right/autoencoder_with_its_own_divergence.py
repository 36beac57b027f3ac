import tensorflow as tf
from tensorflow import keras
import numpy as np
class Sampling(keras.layers.Layer):
    def call(self, inputs):
        m, lv = inputs
        return m + tf.exp(0.5 * lv) * tf.random.normal(tf.shape(m))
ei = keras.Input((196,))
h = keras.layers.Dense(64, activation='relu')(ei)
zm, zl = keras.layers.Dense(4)(h), keras.layers.Dense(4)(h)
enc = keras.Model(ei, [zm, zl, Sampling()([zm, zl])])
di = keras.Input((4,))
dec = keras.Model(di, keras.layers.Dense(196, activation='sigmoid')(keras.layers.Dense(64, activation='relu')(di)))
class VAE(keras.Model):
    def __init__(self, e, d):
        super().__init__()
        self.e, self.d = e, d
        self.t = keras.metrics.Mean(name='loss')
    @property
    def metrics(self):
        return [self.t]
    def train_step(self, data):
        with tf.GradientTape() as tape:
            m, lv, z = self.e(data)
            r = self.d(z)
            rl = tf.reduce_mean(tf.reduce_sum(keras.losses.binary_crossentropy(data[..., None], r[..., None]), axis=-1))
            kl = -0.5 * tf.reduce_mean(tf.reduce_sum(1 + lv - tf.square(m) - tf.exp(lv), axis=1))
            loss = rl + kl
        self.optimizer.apply_gradients(zip(tape.gradient(loss, self.trainable_weights), self.trainable_weights))
        self.t.update_state(loss)
        return {'loss': self.t.result()}
X = (np.random.rand(512, 196) < np.tile(np.linspace(.05, .9, 196), (512, 1))).astype('float32')
v = VAE(enc, dec)
v.compile(optimizer='adam')
v.fit(X, epochs=8, batch_size=64)
