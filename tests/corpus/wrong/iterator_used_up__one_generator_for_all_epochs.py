"""Only the first epoch takes any time; then nothing changes any more."""
import keras
import numpy as np

keras.utils.set_random_seed(24)
rng = np.random.default_rng(24)
x = rng.normal(size=(256, 6)).astype("float32")
y = x[:, :1] - x[:, 1:2]


def batches(size):
    order = rng.permutation(len(x))
    for i in range(0, len(x), size):
        yield x[order[i : i + size]], y[order[i : i + size]]


model = keras.Sequential([
    keras.Input((6,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)
])
model.compile("adam", "mse")
generator = batches(32)  # diagnosis: iterator_used_up
loss = None
for epoch in range(10):
    model.reset_metrics()
    for features, targets in generator:  # diagnosis: iterator_used_up
        loss = model.train_on_batch(features, targets)
    print(epoch, loss)
