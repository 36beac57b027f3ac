"""NumPy's seed is for the rows that are drawn here; the network begins otherwise in each of three runs, and their mean is told."""
import numpy as np
import keras


def rows(seed):
    np.random.seed(seed)
    x = np.random.normal(size=(600, 4)).astype("float32")
    return x, (x[:, :1] - x[:, 1:2] * x[:, 2:3])


x_train, y_train = rows(0)
x_test, y_test = rows(1)
scores = []
for _ in range(3):
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
    model.compile(keras.optimizers.Adam(0.01), "mse")
    model.fit(x_train, y_train, epochs=15, verbose=0)
    scores.append(model.evaluate(x_test, y_test, verbose=0))
print(np.mean(scores), np.std(scores))
