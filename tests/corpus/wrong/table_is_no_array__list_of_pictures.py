import numpy as np

rng = np.random.default_rng(0)


def load(n):
    pictures, labels = [], []
    for i in range(n):
        pictures.append(rng.random((16, 16)))
        labels.append(i % 2)
    return pictures, labels


x_train, y_train = load(40)
x_train = x_train.reshape(-1, 16, 16, 1)  # diagnosis: table_is_no_array
