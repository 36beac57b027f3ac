"""Each pass gets freshly drawn examples; the rate is to halve every five passes, and stays as it is."""
import keras
import numpy as np

keras.utils.set_random_seed(12)
rng = np.random.default_rng(12)
weights = rng.normal(size=(6, 1))


def draw(count):
    x = rng.normal(size=(count, 6)).astype("float32")
    return x, (np.tanh(x @ weights) + rng.normal(0, 0.1, (count, 1))).astype("float32")


def halve(epoch):
    return 0.05 * 0.5 ** (epoch // 5)


model = keras.Sequential([keras.Input((6,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.SGD(0.05), loss="mse")
rate = keras.callbacks.LearningRateScheduler(halve)

x_val, y_val = draw(100)
for i in range(12):
    x, y = draw(160)
    model.fit(x, y, batch_size=16, epochs=1, validation_data=(x_val, y_val), callbacks=[rate], verbose=0)  # diagnosis: epoch_stays_at_zero
print("rate at the end:", float(model.optimizer.learning_rate))
