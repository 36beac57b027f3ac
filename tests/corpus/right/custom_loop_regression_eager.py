"""An eager loop with targets as a column, gradient clipping and a learning rate that falls."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
x = rng.normal(size=(200, 4)).astype("float32")
y = (x @ [1.0, -1.0, 0.5, 2.0] + 3).astype("float32")[:, None]
inputs = keras.Input((4,))
outputs = keras.layers.Dense(1)(keras.layers.Dense(16, activation="relu")(inputs))
model = keras.Model(inputs, outputs)
schedule = keras.optimizers.schedules.CosineDecay(0.03, decay_steps=80)
optimizer = keras.optimizers.Adam(schedule)

for step in range(80):
    rows = rng.choice(160, 32, replace=False)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(y[rows] - model(x[rows], training=True)))
    gradients = tape.gradient(loss, model.trainable_weights)
    gradients, norm = tf.clip_by_global_norm(gradients, 5.0)
    optimizer.apply_gradients(zip(gradients, model.trainable_weights))
print("validation", np.mean((model(x[160:]).numpy() - y[160:]) ** 2))
