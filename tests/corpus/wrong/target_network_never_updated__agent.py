"""Rewards do not rise although the loss of my agent falls."""
import random
import numpy as np
import tensorflow as tf
from tensorflow.keras.models import Sequential, clone_model
from tensorflow.keras.layers import Dense, Input

class DQNAgent:
    def __init__(self):
        self.model = self.build()
        self.target_model = self.build()  # diagnosis: target_network_never_updated
        self.memory = []
        self.gamma = 0.95
    def build(self):
        m = Sequential([Input((3,)), Dense(16, activation="relu"), Dense(2)])
        m.compile(loss="mse", optimizer="adam")
        return m
    def replay(self):
        batch = random.sample(self.memory, 32)
        s = np.array([b[0] for b in batch]); s2 = np.array([b[3] for b in batch])
        q = self.model.predict(s, verbose=0)
        q2 = self.target_model.predict(s2, verbose=0)
        for k, (_, a, r, _, d) in enumerate(batch):
            q[k, a] = r if d else r + self.gamma * np.amax(q2[k])
        self.model.fit(s, q, epochs=1, verbose=0)

agent = DQNAgent()
rng = np.random.default_rng(0)
s = rng.normal(size=3)
for step in range(300):
    a = random.randrange(2)
    s2 = rng.normal(size=3)
    agent.memory.append((s, a, float((s[0] > 0) == a), s2, step % 20 == 19))
    s = s2
for episode in range(12):
    agent.replay()
print(agent.model.predict(rng.normal(size=(4, 3)), verbose=0))
