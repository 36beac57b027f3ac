import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")
y = np.arange(64) % 3
model = keras.Sequential([keras.Input((8,)), layers.Dense(3)])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
opt = keras.optimizers.SGD()
with tf.GradientTape() as tape:
    loss = loss_fn(y, model(x, training=True))
opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
