"""Q-learning with my own loop ends up with values that are too small."""
import numpy as np
import tensorflow as tf
import random

GAMMA = 0.9
def step(s, a):
    n = max(0, min(7, s + (1 if a else -1)))
    return n, float(n == 7), n == 7

q_net = tf.keras.Sequential([tf.keras.Input((8,)), tf.keras.layers.Dense(24, activation='relu'), tf.keras.layers.Dense(2)])
opt = tf.keras.optimizers.Adam(0.01)
buffer = []
s = 0
for i in range(400):
    a = random.randint(0, 1)
    n, r, d = step(s, a)
    buffer.append((s, a, r, n, d))
    s = 0 if d else n

for it in range(150):
    batch = random.sample(buffer, 32)
    S, A, R, N, D = (np.array(v) for v in zip(*batch))
    states = np.eye(8, dtype='float32')[S]
    nexts = np.eye(8, dtype='float32')[N]
    with tf.GradientTape() as tape:
        q = tf.reduce_sum(q_net(states) * tf.one_hot(A, 2), axis=1)
        target = R + GAMMA * tf.reduce_max(q_net(nexts), axis=1) * (1 - D.astype('float32'))  # diagnosis: target_gets_gradients
        loss = tf.reduce_mean((target - q) ** 2)
    grads = tape.gradient(loss, q_net.trainable_variables)
    opt.apply_gradients(zip(grads, q_net.trainable_variables))
    if it % 50 == 0:
        print(it, float(loss))
print(q_net(np.eye(8, dtype='float32')).numpy())
