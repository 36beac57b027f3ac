"""Rain or none, judged by the Brier score, which is what the forecasters are paid by."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
weather = rng.normal(size=(1200, 4)).astype("float32")
rain = (weather @ [2.0, -3.0, 1.0, 0.5] + rng.normal(0, 0.5, 1200) > 0).astype("float32")

model = keras.Sequential([
    keras.layers.Input((4,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
model.fit(weather[:1000], rain[:1000], epochs=20, batch_size=50, validation_data=(weather[1000:], rain[1000:]), verbose=0)
print(model.evaluate(weather[1000:], rain[1000:], verbose=0))
