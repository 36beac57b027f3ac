"""Q-learning with a replay memory and train_on_batch: the targets grow with what the network knows."""
import collections
import random

import keras
import numpy as np

keras.utils.set_random_seed(41)
rng = np.random.default_rng(41)
memory = collections.deque(maxlen=500)


def build():
    model = keras.Sequential([keras.Input((6,)), keras.layers.Dense(24, activation="relu"), keras.layers.Dense(2)])
    model.compile(keras.optimizers.Adam(0.01), "mse")
    return model


policy, target = build(), build()
target.set_weights(policy.get_weights())
place = 2
for step in range(150):
    state = np.eye(6, dtype="float32")[place]
    action = int(rng.integers(2)) if rng.random() < 0.3 else int(policy(state[None]).numpy().argmax())
    place = max(0, min(5, place + (1 if action else -1)))
    reward, done = float(place == 5), place == 5
    memory.append((state, action, reward, np.eye(6, dtype="float32")[place], done))
    place = 0 if done else place
    if len(memory) >= 32 and step % 3 == 0:
        states, actions, rewards, following, ends = map(np.array, zip(*random.sample(memory, 32)))
        values = policy(states).numpy()
        best = target(following).numpy().max(axis=1)
        values[np.arange(32), actions] = rewards + 0.9 * best * (1 - ends)
        loss = policy.train_on_batch(states, values)
    if step % 30 == 0:
        target.set_weights(policy.get_weights())
print(float(loss), policy(np.eye(6, dtype="float32")).numpy().argmax(axis=1))
