"""A functional model that learns a scaled target, wrapped by one that scales its answers back."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

names = ["cylinders", "displacement", "weight", "acceleration", "model_year"]
table = np.genfromtxt(
    "data/auto_mpg/auto_mpg.csv", delimiter=",", names=True, dtype=None, encoding="utf-8"
)
x = np.stack([table[name] for name in names], axis=1).astype("float32")  # (318, 5)
y = table["mpg"].astype("float32")
x, y = x[~np.isnan(y)], y[~np.isnan(y)]
middle, spread = float(y.mean()), float(y.std())

scale = layers.Normalization(mean=x.mean(axis=0), variance=x.var(axis=0))
inputs = keras.Input((5,))
hidden = layers.Dense(64, activation="elu")(scale(inputs))
hidden = layers.Dense(64, activation="elu")(hidden)
learner = keras.Model(inputs, layers.Dense(1)(hidden))
learner.compile(optimizer=keras.optimizers.Adam(0.005), loss=keras.losses.Huber())
learner.fit(x, (y - middle) / spread, batch_size=32, epochs=20, verbose=0)

keras.Model(inputs, learner.output * spread + middle).save("mileage.keras")
