"""Backpropagation by hand in NumPy; nothing of Keras is used."""
import numpy as np

rng = np.random.default_rng(0)
x = rng.normal(size=(300, 2))
y = (x[:, :1] * x[:, 1:] > 0).astype(float)
w1, b1 = rng.normal(size=(2, 16)) * 0.7, np.zeros(16)
w2, b2 = rng.normal(size=(16, 1)) * 0.3, np.zeros(1)
for epoch in range(800):
    hidden = np.maximum(x @ w1 + b1, 0)
    predicted = 1 / (1 + np.exp(-(hidden @ w2 + b2)))
    slope = (predicted - y) / len(x)
    back = slope @ w2.T * (hidden > 0)
    w2 -= 2.0 * hidden.T @ slope
    b2 -= 2.0 * slope.sum(axis=0)
    w1 -= 2.0 * x.T @ back
    b1 -= 2.0 * back.sum(axis=0)
print("accuracy", np.mean((predicted > 0.5) == y))
