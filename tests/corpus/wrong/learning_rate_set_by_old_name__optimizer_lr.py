"""I set model.optimizer.lr = 1e-4 after some epochs, but the learning rate in the log does not change."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(160, 3)).astype("float32")
y = x[:, 0] - x[:, 2]
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.02), "mse")
model.fit(x[:128], y[:128], validation_data=(x[128:], y[128:]), epochs=5, verbose=0)
model.optimizer.lr = 1e-4  # diagnosis: learning_rate_set_by_old_name
model.fit(x[:128], y[:128], validation_data=(x[128:], y[128:]), epochs=3, verbose=0)
print("rate", float(model.optimizer.learning_rate))
