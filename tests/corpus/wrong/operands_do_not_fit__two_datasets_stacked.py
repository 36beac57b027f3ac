import numpy as np

rng = np.random.default_rng(0)
healthy = rng.normal(0, 1, (60, 128))
faulty = rng.normal(0.5, 1, (40, 120))

X = np.concatenate([healthy, faulty], axis=0)  # diagnosis: operands_do_not_fit
y = np.array([0] * 60 + [1] * 40)
