"""The whole model is saved, so training goes on where it stopped."""
import keras
import numpy as np

keras.utils.set_random_seed(14)
rng = np.random.default_rng(14)
x = rng.normal(size=(300, 8)).astype("float32")
y = (x[:, 0] + x[:, 1] > 0).astype("int32")
model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:240], y[:240], epochs=6, validation_data=(x[240:], y[240:]), verbose=0)
model.save("half.keras")
model = keras.models.load_model("half.keras")
model.fit(x[:240], y[:240], epochs=12, initial_epoch=6, validation_data=(x[240:], y[240:]), verbose=0)
