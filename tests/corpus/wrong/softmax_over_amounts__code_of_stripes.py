# dense autoencoder, loss hardly moves and every reconstruction is black. binary_crossentropy or mse, both the same
import numpy as np
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Model
from tensorflow.keras.utils import set_random_seed

set_random_seed(0)


def striped(n=1200):
    rng = np.random.default_rng(2)
    patterns = np.kron(rng.random((8, 4, 4)) > 0.5, np.ones((4, 4)))
    kinds = rng.integers(0, 8, n)
    pictures = patterns[kinds] * rng.uniform(120, 250, (n, 1, 1)) + rng.normal(0, 8, (n, 16, 16))
    return np.clip(pictures, 0, 255).astype("uint8")


pictures = striped().reshape(-1, 256) / 255.0
train, test = pictures[:1000], pictures[1000:]

inp = Input((256,))
h = Dense(64, activation="relu")(inp)
code = Dense(12, activation="relu")(h)
h = Dense(64, activation="relu")(code)
out = Dense(256, activation="softmax")(h)  # diagnosis: softmax_over_amounts
model = Model(inp, out)
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(train, train, epochs=6, batch_size=50, validation_data=(test, test), verbose=2)
print(np.abs(model.predict(test, verbose=0) - test).mean())
