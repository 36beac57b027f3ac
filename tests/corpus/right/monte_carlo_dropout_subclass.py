"""Monte-Carlo dropout that stays on at predict, in a subclass."""
import keras
import numpy as np


class AlwaysDropout(keras.layers.Dropout):
    def call(self, inputs, training=None):
        return super().call(inputs, training=True)


keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.uniform(-2, 2, (300, 1)).astype("float32")
y = (np.sin(2 * x) + 0.1 * rng.normal(size=(300, 1))).astype("float32")
model = keras.Sequential([
    keras.Input((1,)),
    keras.layers.Dense(48, activation="relu"),
    AlwaysDropout(0.1),
    keras.layers.Dense(48, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(keras.optimizers.Adam(0.01), "mse")
model.fit(x[:240], y[:240], validation_data=(x[240:], y[240:]), epochs=15, verbose=0)
draws = np.stack([model.predict(x[240:245], verbose=0) for _ in range(8)])
print(draws.mean(axis=0).ravel(), draws.std(axis=0).ravel())
