"""After tf.train.Checkpoint restore my subclassed model starts from a high loss again (custom loop)"""
import tempfile

import tensorflow as tf

tf.keras.utils.set_random_seed(4)
folder = tempfile.mkdtemp()
grams = tf.random.uniform((400, 3))
price = grams @ tf.constant([[4.0], [7.0], [1.0]]) + 2.0


class PriceNet(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = tf.keras.layers.Dense(16, activation="relu")
        self.out = tf.keras.layers.Dense(1)

    def call(self, x):
        return self.out(self.hidden(x))


def session(steps):
    net = PriceNet()
    optimizer = tf.keras.optimizers.Adam(0.02)
    done = tf.Variable(0)
    ckpt = tf.train.Checkpoint(net=net, optimizer=optimizer, done=done)
    manager = tf.train.CheckpointManager(ckpt, folder, max_to_keep=2)
    ckpt.restore(manager.latest_checkpoint)  # diagnosis: restored_before_built
    data = tf.data.Dataset.from_tensor_slices((grams, price)).shuffle(400).repeat().batch(40).take(steps)
    for x, y in data:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((net(x) - y) ** 2)
        optimizer.apply_gradients(zip(tape.gradient(loss, net.trainable_variables), net.trainable_variables))
        done.assign_add(1)
        if int(done) % 50 == 1:
            print(int(done), float(loss))
    manager.save()


session(200)
session(200)
