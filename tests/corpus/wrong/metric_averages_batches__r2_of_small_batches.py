"""The R2 of a straight line is below zero while its errors are small."""
import keras
import numpy as np
from keras import ops

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
hours = rng.uniform(0, 10, size=(300, 1)).astype("float32")
marks = 2 * hours + 5 + rng.normal(0, 4, size=(300, 1)).astype("float32")


def r_squared(y_true, y_pred):  # diagnosis: metric_averages_batches
    residual = ops.sum(ops.square(y_true - y_pred))
    total = ops.sum(ops.square(y_true - ops.mean(y_true)))
    return 1 - residual / (total + 1e-7)


model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(0.05), loss="mse", metrics=[r_squared])
model.fit(hours, marks, epochs=30, batch_size=4, verbose=0)
print(model.evaluate(hours, marks, batch_size=4, verbose=0))
