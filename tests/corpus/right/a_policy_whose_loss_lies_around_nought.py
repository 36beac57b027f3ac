"""A policy learns from advantages that are 0 on average: its loss swings around nought while the reward rises."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)
policy = tf.keras.Sequential([
    tf.keras.Input((3,)),
    tf.keras.layers.Dense(16, activation="tanh"),
    tf.keras.layers.Dense(3, activation="softmax"),
])
optimizer = tf.keras.optimizers.Adam(0.03)
earned = []
for turn in range(80):
    signs = tf.one_hot(rng.integers(0, 3, 64), 3)
    with tf.GradientTape() as tape:
        chances = policy(signs)
        moves = tf.squeeze(tf.random.categorical(tf.math.log(chances), 1), 1)
        reward = tf.cast(moves == (tf.argmax(signs, 1) + 1) % 3, tf.float32)
        advantage = (reward - tf.reduce_mean(reward)) / (tf.math.reduce_std(reward) + 1e-6)
        likely = tf.math.log(tf.gather(chances, moves, axis=1, batch_dims=1) + 1e-8)
        loss = -tf.reduce_mean(likely * advantage)
    found = tape.gradient(loss, policy.trainable_variables)
    optimizer.apply_gradients(zip(found, policy.trainable_variables))
    earned.append(float(tf.reduce_mean(reward)))
print(np.mean(earned[:10]), "->", np.mean(earned[-10:]))
