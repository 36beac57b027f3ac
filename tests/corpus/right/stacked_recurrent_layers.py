"""Two LSTM layers, the first with return_sequences, on windows with a feature axis."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(240, 15, 2)).astype("float32")
y = (x[:, :, 0].cumsum(axis=1)[:, -1] > 0).astype("int32")


class Recurrent(keras.Model):
    def __init__(self):
        super().__init__()
        self.first = keras.layers.LSTM(12, return_sequences=True)
        self.second = keras.layers.LSTM(8)
        self.head = keras.layers.Dense(1, activation="sigmoid")

    def call(self, inputs):
        return self.head(self.second(self.first(inputs)))


model = Recurrent()
model.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:200], y[:200], validation_data=(x[200:], y[200:]), epochs=4, verbose=0)
