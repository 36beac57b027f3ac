import numpy as np
import keras
from keras import layers

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(300, 5))
y = 3 * x[:, 0] - x[:, 1]
model = keras.Sequential([keras.Input((5,)), layers.Dense(16, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adadelta")  # diagnosis: learning_rate_too_low
model.fit(x, y, epochs=30, verbose=0)
print(model.evaluate(x, y, verbose=0))
