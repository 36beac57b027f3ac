"""House prices: loss is enormous and stays exactly the same in every epoch. All predictions are 1."""
import numpy as np
from tensorflow import keras

rng = np.random.default_rng(9)
size = rng.uniform(40, 200, 400)
rooms = np.round(size / 25)
price = size * 2.1 + rooms * 10 + rng.normal(0, 8, 400)
X = np.column_stack([size, rooms]).astype("float32")
X = (X - X[:300].mean(axis=0)) / X[:300].std(axis=0)


def build_model(hidden=(16, 16)):
    model = keras.Sequential([keras.Input((2,))])
    for units in hidden:
        model.add(keras.layers.Dense(units, activation="relu"))
    model.add(keras.layers.Dense(1, activation="sigmoid"))  # diagnosis: activation_limits_regression
    model.compile(loss="mean_squared_error", optimizer="adam", metrics=["mae"])
    return model


keras.utils.set_random_seed(9)
model = build_model()
log = model.fit(X[:300], price[:300], epochs=6, validation_data=(X[300:], price[300:]), verbose=2)
print(log.history["loss"])
print(model.predict(X[300:305], verbose=0))
