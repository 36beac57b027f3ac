"""Two folds of the training rows say what to expect; the model that is kept learns from all of them."""

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
soil = rng.normal(loc=[6.2, 30, 410], scale=[0.6, 9, 80], size=(250, 3))
harvest = soil @ [1.5, 0.08, -0.01] + rng.normal(size=250) * 0.3
soil, later_soil = soil[:200], soil[200:]
harvest, later_harvest = harvest[:200], harvest[200:]

centre = soil.mean(axis=0)
width = soil.std(axis=0)
soil = (soil - centre) / width
later_soil = (later_soil - centre) / width



def trained(rows, targets, units):
    model = tf.keras.Sequential([tf.keras.Input((3,)), tf.keras.layers.Dense(units, activation="relu"), tf.keras.layers.Dense(1)])
    model.compile(tf.keras.optimizers.Adam(0.05), "mse", metrics=["mae"])
    model.fit(rows, targets, epochs=12, batch_size=16, verbose=0)
    return model


scores = []
for fold in np.array_split(np.arange(200), 2):
    others = np.setdiff1d(np.arange(200), fold)
    model = trained(soil[others], harvest[others], 12)
    scores.append(model.evaluate(soil[fold], harvest[fold], verbose=0)[1])
final = trained(soil, harvest, 12)
print(np.mean(scores), final.evaluate(later_soil, later_harvest, verbose=0))
