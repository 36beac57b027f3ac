"""My DQN never learns this corridor, the Q values of all states look alike."""
import random
from collections import deque
import numpy as np
import tensorflow as tf

class Corridor:
    def reset(self):
        self.p = 0
        return self.obs()
    def obs(self):
        v = np.zeros(6, dtype=np.float32); v[self.p] = 1; return v
    def step(self, a):
        self.p = max(0, self.p - 1) if a == 0 else self.p + 1
        done = self.p == 5
        return self.obs(), (1.0 if done else -0.01), done

def make():
    return tf.keras.Sequential([tf.keras.layers.Input((6,)), tf.keras.layers.Dense(24, activation="relu"), tf.keras.layers.Dense(2)])

random.seed(0)
env, q, target = Corridor(), make(), make()
target.set_weights(q.get_weights())
memory = deque(maxlen=2000)
opt = tf.keras.optimizers.Adam(1e-3)
gamma, eps = 0.95, 1.0
for episode in range(12):
    s = env.reset()
    for t in range(20):
        a = random.randrange(2) if random.random() < eps else int(np.argmax(q(s[None])))
        s2, r, d = env.step(a)
        memory.append((s, a, r, s2, float(d)))
        s = s2
        if len(memory) >= 32:
            S, A, R, S2, D = map(np.array, zip(*random.sample(memory, 32)))
            next_q = tf.reduce_max(target(S2))  # diagnosis: best_value_of_whole_batch
            y = R.astype("float32") + gamma * next_q * (1 - D.astype("float32"))
            with tf.GradientTape() as tape:
                qa = tf.reduce_sum(q(S) * tf.one_hot(A, 2), axis=1)
                loss = tf.reduce_mean(tf.square(y - qa))
            opt.apply_gradients(zip(tape.gradient(loss, q.trainable_variables), q.trainable_variables))
        if d:
            break
    eps *= 0.9
    target.set_weights(q.get_weights())
    print(episode, t, float(loss) if len(memory) >= 32 else None)
print(q(np.eye(6, dtype="float32")).numpy())
