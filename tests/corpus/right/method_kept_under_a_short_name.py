"""A method and a function under names of their own, called later: that is what they are for."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
draw = rng.normal
x = draw(size=(200, 3)).astype("float32")
y = x.sum(axis=1) + draw(0, 0.1, 200)


def narrow():
    return keras.layers.Dense(16, activation="relu")


hidden = narrow
model = keras.Sequential([keras.Input((3,)), hidden(), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.01), "mse")
train = model.fit
train(x[:160], y[:160], epochs=20, verbose=0)
print(model.evaluate(x[160:], y[160:], verbose=0))
