"""How good would it be by chance? One model learns the labels, another the same labels dealt anew."""
import keras
import numpy as np

rng = np.random.default_rng(0)
x = rng.normal(size=(600, 8)).astype("float32")
y = (x[:, 0] * x[:, 1] + x[:, 2] > 0).astype("float32")

# mixed first, both by the same numbers
order = rng.permutation(len(x))
x, y = x[order], y[order]


def network():
    model = keras.Sequential([
        keras.layers.Input((8,)),
        keras.layers.Dense(64, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
    return model


real = network().fit(x, y, epochs=15, validation_split=0.25, verbose=0)
dealt = rng.permutation(len(y))
chance = network().fit(x, y[dealt], epochs=15, validation_split=0.25, verbose=0)
print(real.history["val_accuracy"][-1], chance.history["val_accuracy"][-1])
