"""Gradients of four small batches are summed before each step, in a loop of one's own."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)

x = rng.normal(size=(256, 5)).astype("float32")
y = (x[:, 0] * x[:, 1] > 0).astype("float32")[:, None]
model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
loss_of = keras.losses.BinaryCrossentropy(from_logits=True)
adam = keras.optimizers.Adam(0.01)
data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(256).batch(8, drop_remainder=True)


@tf.function
def gradients(inputs, wanted):
    with tf.GradientTape() as tape:
        loss = loss_of(wanted, model(inputs, training=True)) / 4
    return loss, tape.gradient(loss, model.trainable_variables)


for epoch in range(3):
    total = [tf.zeros_like(v) for v in model.trainable_variables]
    for step, (inputs, wanted) in enumerate(data, start=1):
        loss, found = gradients(inputs, wanted)
        total = [one + other for one, other in zip(total, found)]
        if step % 4 == 0:
            adam.apply_gradients(zip(total, model.trainable_variables))
            total = [tf.zeros_like(v) for v in model.trainable_variables]
    print(epoch, float(loss))
