"""My step counter and my list of losses stay at 1 entry, but 60 steps were trained."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(200, 2)).astype("float32")
y = (x[:, :1] - x[:, 1:]).astype("float32")
data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(200).batch(20).prefetch(1)
model = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(8, activation="relu"), tf.keras.layers.Dense(1)])
optimizer = tf.keras.optimizers.Adam(0.01)
losses = []


@tf.function
def train_step(features, targets):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((model(features, training=True) - targets) ** 2)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    losses.append(loss)  # diagnosis: side_effect_runs_once
    print("trained one step")  # diagnosis: side_effect_runs_once


for epoch in range(6):
    for features, targets in data:
        train_step(features, targets)
print(len(losses), "losses after", int(optimizer.iterations), "steps")
