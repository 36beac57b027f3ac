"""Rounded forwards, straight through backwards: the encoder learns, and the share of ones is only shown."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
x = rng.uniform(0, 1, (256, 16)).astype("float32")
data = tf.data.Dataset.from_tensor_slices(x).shuffle(256).batch(32)
encoder = keras.Sequential([layers.Input((16,)), layers.Dense(8, activation="sigmoid")])
decoder = keras.Sequential([layers.Input((8,)), layers.Dense(16, activation="sigmoid")])
optimizer = keras.optimizers.Adam(0.01)
for epoch in range(5):
    for batch in data:
        with tf.GradientTape() as tape:
            code = encoder(batch)
            code = code + tf.stop_gradient(tf.round(code) - code)
            loss = tf.reduce_mean(tf.square(decoder(code) - batch))
        weights = encoder.trainable_variables + decoder.trainable_variables
        gradients = tape.gradient(loss, weights)
        optimizer.apply_gradients(zip(gradients, weights))
    print(epoch, float(loss), float(tf.reduce_mean(tf.round(code))))
