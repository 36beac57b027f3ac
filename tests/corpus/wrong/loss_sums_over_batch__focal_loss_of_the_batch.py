"""The same model has ten times the loss when it is evaluated with batches of ten in place of one."""
import keras
import numpy as np
from keras import ops

keras.utils.set_random_seed(11)
rng = np.random.default_rng(11)
x = rng.normal(size=(480, 8)).astype("float32")
y = (x[:, 1] - x[:, 3] > 1.4).astype("float32").reshape(-1, 1)


def focal(gamma=2.0, alpha=0.25):
    def focal_fixed(y_true, y_pred):
        p = ops.clip(y_pred, 1e-7, 1 - 1e-7)
        ones = -ops.sum(alpha * y_true * (1 - p) ** gamma * ops.log(p))  # diagnosis: loss_sums_over_batch
        zeros = -ops.sum((1 - alpha) * (1 - y_true) * p ** gamma * ops.log(1 - p))  # diagnosis: loss_sums_over_batch
        return ones + zeros
    return focal_fixed


model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(optimizer="adam", loss=focal(), metrics=["accuracy"])
model.fit(x, y, batch_size=32, epochs=6, verbose=0)
for size in (1, 10):
    print(size, model.evaluate(x[:100], y[:100], batch_size=size, verbose=0))
