"""Resume training from weights: the loss rises for several epochs first."""
import numpy as np
import keras

keras.utils.set_random_seed(14)
rng = np.random.default_rng(14)
x = rng.normal(size=(300, 8)).astype("float32")
y = (x[:, :2].prod(axis=1) > 0).astype("int32")


def make():
    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
    return model


model = make()
model.fit(x[:240], y[:240], epochs=10, validation_data=(x[240:], y[240:]), verbose=0)
model.save_weights("half.weights.h5")

model = make()
model.load_weights("half.weights.h5")  # diagnosis: optimizer_state_lost
model.fit(x[:240], y[:240], epochs=20, initial_epoch=10, validation_data=(x[240:], y[240:]), verbose=0)  # diagnosis: optimizer_state_lost
