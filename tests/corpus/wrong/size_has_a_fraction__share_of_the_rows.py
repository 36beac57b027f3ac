import numpy as np

data = np.random.default_rng(0).normal(size=(500, 7))
split = len(data) * 0.8  # diagnosis: size_has_a_fraction
train, test = data[:split], data[split:]
