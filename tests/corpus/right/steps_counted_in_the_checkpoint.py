"""Each run adds fifty steps to what the last one left; the checkpoint knows how many there have been."""
import tempfile

import keras
import tensorflow as tf

keras.utils.set_random_seed(2)
hours = tf.random.uniform((256, 2), -1, 1)
income = hours @ tf.constant([[3.0], [-2.0]]) + 0.5
rows = tf.data.Dataset.from_tensor_slices((hours, income)).shuffle(256, seed=2).repeat().batch(32)
folder = tempfile.mkdtemp()


def run():
    net = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.Adam(0.05)
    optimizer.build(net.trainable_variables)
    checkpoint = tf.train.Checkpoint(step=tf.Variable(0), net=net, optimizer=optimizer)
    manager = tf.train.CheckpointManager(checkpoint, folder, max_to_keep=2)
    checkpoint.restore(manager.latest_checkpoint)
    batches = iter(rows)
    for _ in range(50):
        inputs, wanted = next(batches)
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((net(inputs) - wanted) ** 2)
        found = tape.gradient(loss, net.trainable_variables)
        optimizer.apply_gradients(zip(found, net.trainable_variables))
        checkpoint.step.assign_add(1)
        if int(checkpoint.step) % 25 == 0:
            manager.save()
            print(int(checkpoint.step), float(loss))


run()
run()
