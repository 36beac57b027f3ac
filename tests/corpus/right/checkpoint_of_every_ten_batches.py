"""A checkpoint goes by the loss of the batches, which is there after each of them; its name is filled in before."""
import keras
import numpy as np

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
x = rng.normal(size=(640, 8)).astype("float32")
y = x @ rng.normal(size=(8, 1)).astype("float32")

model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.01), "mse")
saver = keras.callbacks.ModelCheckpoint(
    "{}_{kind}.keras".format("run", kind="best"), monitor="loss", save_best_only=True, save_freq=10
)
model.fit(x[:512], y[:512], validation_data=(x[512:], y[512:]), epochs=20, callbacks=[saver], verbose=2)
print(model.evaluate(x[512:], y[512:], verbose=0))
