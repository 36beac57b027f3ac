"""ValueError: No gradients provided for any variable. My loss is computed inside the tape!"""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = rng.normal(size=(256, 3)).astype("float32")
y = (x @ np.array([[1.0], [2.0], [-1.0]])).astype("float32")
model = tf.keras.Sequential([tf.keras.Input((3,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)])
optimizer = tf.keras.optimizers.SGD(0.05)
loss_fn = tf.keras.losses.MeanSquaredError()
batches = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(256).batch(32).prefetch(1)

for epoch in range(3):
    for features, targets in batches:
        predictions = model(features, training=True)  # diagnosis: forward_pass_outside_tape
        with tf.GradientTape() as tape:  # diagnosis: forward_pass_outside_tape
            loss = loss_fn(targets, predictions)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))  # diagnosis: forward_pass_outside_tape
    print(epoch, float(loss))
