"""The loss has the right value and type, and every gradient is None."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
doses = rng.uniform(0, 2, size=(96, 3)).astype("float32")
effect = (doses @ np.array([[1.0], [-0.5], [2.0]]) + 0.3).astype("float32")
data = tf.data.Dataset.from_tensor_slices((doses, effect)).batch(16)

net = keras.Sequential([keras.Input((3,)), keras.layers.Dense(8, activation="tanh"), keras.layers.Dense(1)])
squared = keras.losses.MeanSquaredError()
opt = keras.optimizers.Adam(0.01)


def mean_and_spread(values):
    values = np.array(values)
    return values.mean() + values.std()


def even_loss(net, x, y):
    out = net(x)
    each = []
    for i in range(len(y)):
        each.append(float(squared(y[i:i + 1], out[i:i + 1])))  # diagnosis: loss_cuts_gradient
    return tf.constant(mean_and_spread(each), tf.float32)


for epoch in range(2):
    for x, y in data:
        with tf.GradientTape() as tape:
            loss = even_loss(net, x, y)
        grads = tape.gradient(loss, net.trainable_variables)
        opt.apply_gradients(zip(grads, net.trainable_variables))
