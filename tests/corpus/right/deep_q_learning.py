"""Deep Q-learning with a target network and a buffer."""
import random
from collections import deque
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)

random.seed(0); np.random.seed(0)
q = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(2)])
target = tf.keras.models.clone_model(q); target.set_weights(q.get_weights())
opt = tf.keras.optimizers.Adam(1e-3)
buf = deque(maxlen=1000)

@tf.function
def learn(s, a, r, s2, done):
    best = tf.reduce_max(target(s2), axis=1)
    goal = r + 0.95 * best * (1.0 - done)
    with tf.GradientTape() as tape:
        qa = tf.reduce_sum(q(s) * tf.one_hot(a, 2), axis=1)
        loss = tf.reduce_mean(tf.square(goal - qa))
    opt.apply_gradients(zip(tape.gradient(loss, q.trainable_variables), q.trainable_variables))
    return loss

s = np.array([0.0, 1.0], "float32"); step = 0
for step in range(600):
    a = random.randrange(2) if random.random() < 0.3 else int(np.argmax(q(s[None])[0]))
    s2 = np.clip(s + np.array([0.1 if a else -0.1, 0.0], "float32"), -1, 1).astype("float32")
    r = float(s2[0] > 0.5); done = float(r > 0)
    buf.append((s, a, r, s2, done))
    s = np.array([0.0, 1.0], "float32") if done else s2
    if len(buf) >= 64 and step % 2 == 0:
        b = random.sample(buf, 32)
        loss = learn(*(tf.constant(np.array(c), t) for c, t in zip(zip(*b), (tf.float32, tf.int32, tf.float32, tf.float32, tf.float32))))
    if step % 100 == 0:
        target.set_weights(q.get_weights())
print(float(loss))
