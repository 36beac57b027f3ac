"""One head tells the daily sales, the other whether it rains: only that one has an accuracy."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(2)
rng = np.random.default_rng(10)
x = rng.normal(size=(1500, 8)).astype("float32")
sales = (320 + 60 * x[:, 0] + 30 * x[:, 1]).astype("float32")
rain = (x[:, 3] - x[:, 4] > 0).astype("float32")

inp = keras.Input((8,))
h = layers.Dense(64, activation="relu")(inp)
sold = layers.Rescaling(100.0, offset=300.0, name="sales")(layers.Dense(1)(h))
wet = layers.Dense(1, activation="sigmoid", name="rain")(h)
model = keras.Model(inp, [sold, wet])
model.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss={"sales": "mse", "rain": "binary_crossentropy"},
    loss_weights={"sales": 1e-4, "rain": 1.0},
    metrics={"sales": ["mae"], "rain": ["accuracy"]},
)
model.fit(x, {"sales": sales, "rain": rain}, epochs=15, batch_size=32, validation_split=0.2, verbose=2)
