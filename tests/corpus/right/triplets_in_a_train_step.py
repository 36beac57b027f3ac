import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

rng = np.random.RandomState(0)
y = rng.randint(0, 5, 400)
protos = rng.rand(5, 144)
x = (protos[y] + .25 * rng.randn(400, 144)).astype("float32")

def batches():
    for _ in range(600):
        a = rng.randint(400)
        p = rng.choice(np.where(y == y[a])[0]); n = rng.choice(np.where(y != y[a])[0])
        yield x[a], x[p], x[n]

spec = tuple(tf.TensorSpec((144,), tf.float32) for _ in range(3))
ds = tf.data.Dataset.from_generator(batches, output_signature=spec).batch(32).prefetch(2)
emb = keras.Sequential([keras.Input((144,)), layers.Dense(64, activation="relu"), layers.Dense(16), layers.UnitNormalization()])

class Triplet(keras.Model):
    def __init__(self, net, margin=.5):
        super().__init__()
        self.net, self.margin = net, margin
        self.tracker = keras.metrics.Mean(name="loss")

    def train_step(self, data):
        a, p, n = data
        with tf.GradientTape() as tape:
            ea, ep, en = self.net(a, training=True), self.net(p, training=True), self.net(n, training=True)
            d = tf.reduce_sum((ea - ep) ** 2, 1) - tf.reduce_sum((ea - en) ** 2, 1)
            loss = tf.reduce_mean(tf.maximum(d + self.margin, 0.))
        v = self.net.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, v), v))
        self.tracker.update_state(loss)
        return {"loss": self.tracker.result()}

    @property
    def metrics(self):
        return [self.tracker]

t = Triplet(emb)
t.compile(optimizer=keras.optimizers.Adam(1e-3))
t.fit(ds, epochs=5, verbose=2)
