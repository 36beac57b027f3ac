"""apply_gradients stops with 'No gradients provided for any variable'; with mean squared error the same class trains."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(21)
rng = np.random.default_rng(21)
readings = rng.normal(size=(256, 6)).astype("float32")
faulty = (readings[:, 1] - readings[:, 4] > 0.3).astype("float32").reshape(-1, 1)
batches = tf.data.Dataset.from_tensor_slices((readings, faulty)).shuffle(256, seed=1).batch(64)


class FaultFinder:
    def __init__(self, lr):
        self.net = keras.Sequential([
            keras.Input((6,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ])
        self.opt = keras.optimizers.Adam(lr)

    def share_of_wrong(self, y, p):
        hits = tf.math.count_nonzero(tf.math.equal(tf.round(p), y))  # diagnosis: loss_cuts_gradient
        return 1.0 - tf.cast(hits, tf.float32) / float(y.shape[0])

    def step(self, x, y):
        with tf.GradientTape() as tape:
            p = self.net(x, training=True)
            loss = self.share_of_wrong(y, p)
        grads = tape.gradient(loss, self.net.trainable_variables)
        self.opt.apply_gradients(zip(grads, self.net.trainable_variables))  # diagnosis: loss_cuts_gradient
        return loss


finder = FaultFinder(0.005)
for epoch in range(3):
    for x, y in batches:
        loss = finder.step(x, y)
    print(epoch, float(loss))
