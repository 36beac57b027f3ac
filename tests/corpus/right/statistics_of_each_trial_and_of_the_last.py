"""Rates are tried on a held-out part; the network that is kept learns from both parts, and from statistics of both."""
import keras
import numpy as np

rng = np.random.default_rng(8)
soil = rng.normal([20, 3, 600], [5, 1, 90], (500, 3)).astype("float32")
harvest = (0.2 * soil[:, 0] - 0.8 * soil[:, 1] + 0.01 * soil[:, 2] + rng.normal(0, 0.2, 500)).astype("float32")
known, last = slice(0, 400), slice(400, None)
learned, judged = slice(0, 300), slice(300, 400)


def field(rows, rate):
    keras.utils.set_random_seed(0)
    scale = keras.layers.Normalization()
    scale.adapt(rows)
    model = keras.Sequential([keras.Input((3,)), scale, keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
    model.compile(keras.optimizers.Adam(rate), "mse")
    return model


losses = {}
for rate in (0.003, 0.01, 0.03):
    trial = field(soil[learned], rate).fit(
        soil[learned], harvest[learned], validation_data=(soil[judged], harvest[judged]), epochs=20, verbose=0
    )
    losses[rate] = trial.history["val_loss"][-1]
best = min(losses, key=losses.get)
final = field(soil[known], best)
final.fit(soil[known], harvest[known], epochs=20, verbose=0)
print(best, final.evaluate(soil[last], harvest[last], verbose=0), harvest.var())
