import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")
y = rng.dirichlet(np.ones(3), 64)
model = keras.Sequential([keras.Input((8,)), layers.Dense(3, "softmax")])
model.compile("sgd", "kl_divergence")
model.fit(x, y, verbose=0)
