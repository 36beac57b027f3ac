"""The agent never gets better, whatever I do with epsilon."""
import random
import numpy as np
import tensorflow as tf
from collections import deque

GAMMA = 0.95
memory = deque(maxlen=2000)

def env_step(pos, action):
    pos = int(np.clip(pos + (1 if action == 1 else -1), 0, 9))
    done = pos == 9
    return pos, (1.0 if done else -0.05), done

def encode(pos):
    return np.eye(10, dtype='float32')[pos]

def build():
    m = tf.keras.Sequential([tf.keras.layers.Input((10,)),
                             tf.keras.layers.Dense(24, activation='relu'),
                             tf.keras.layers.Dense(2)])
    m.compile(loss='mse', optimizer=tf.keras.optimizers.Adam(0.005))
    return m

model = build()
target_model = build()  # diagnosis: target_network_never_updated
epsilon = 1.0
updates = 0
for episode in range(12):
    pos, total = 0, 0
    for t in range(30):
        if random.random() < epsilon:
            a = random.randrange(2)
        else:
            a = int(np.argmax(model(encode(pos)[None])[0]))
        nxt, r, done = env_step(pos, a)
        memory.append((encode(pos), a, r, encode(nxt), done))
        pos, total = nxt, total + r
        if len(memory) > 32 and t % 5 == 0:
            batch = random.sample(memory, 32)
            s, acts, rew, s2, d = map(np.array, zip(*batch))
            q = model.predict_on_batch(s)
            q_next = target_model.predict_on_batch(s2)
            q[np.arange(32), acts] = rew + GAMMA * q_next.max(axis=1) * (1 - d)
            model.train_on_batch(s, q)
            updates += 1
        if done:
            break
    epsilon = max(0.05, epsilon * 0.8)
    print('episode', episode, 'reward', round(total, 2))
print(updates, 'updates')
