import numpy as np

rng = np.random.default_rng(0)
cats, dogs = rng.random((30, 16, 16, 3)), rng.random((30, 16, 16, 3))
images = np.concatenate(cats, dogs)  # diagnosis: sizes_given_one_by_one
labels = np.array([0] * 30 + [1] * 30)
