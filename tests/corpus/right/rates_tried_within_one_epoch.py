"""Within one epoch the rate grows with each batch, to see where the loss breaks; then a new network trains."""

import keras
import numpy as np

keras.utils.set_random_seed(9)
rng = np.random.default_rng(9)
sorts = rng.integers(0, 4, 640)
scents = (rng.normal(0, 0.7, (640, 8)) + 2 * np.eye(8)[sorts]).astype("float32")


def network(rate):
    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(4, activation="softmax")])
    model.compile(keras.optimizers.SGD(rate), "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


class Rising(keras.callbacks.Callback):
    def __init__(self, factor):
        super().__init__()
        self.factor, self.rates, self.losses = factor, [], []

    def on_train_batch_end(self, batch, logs=None):
        rate = float(self.model.optimizer.learning_rate)
        self.rates.append(rate)
        self.losses.append(logs["loss"])
        self.model.optimizer.learning_rate = rate * self.factor


rising = Rising(10 ** (5.5 / 64))
network(1e-5).fit(scents, sorts, batch_size=10, epochs=1, callbacks=[rising], verbose=0)
rate = rising.rates[int(np.nanargmin(rising.losses))] / 10

model = network(rate)
model.fit(scents[:512], sorts[:512], validation_data=(scents[512:], sorts[512:]), epochs=10, verbose=0)
print(rate, model.evaluate(scents[512:], sorts[512:], verbose=0))
