"""My regression is bad on training AND test data. Do I need more layers?"""
import keras
import numpy as np

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
x = rng.normal(size=(300, 4)).astype("float32")  # weight, power, displacement, year: standardised
miles_per_gallon = 23 - 5 * x[:, 0] - 2 * np.tanh(x[:, 1]) + 2 * x[:, 3] + rng.normal(0, 2, 300)

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(1),
])
model.compile("adam", loss="mse", metrics=["mae"])
history = model.fit(x[:240], miles_per_gallon[:240], validation_data=(x[240:], miles_per_gallon[240:]), epochs=10)  # diagnosis: trained_too_short
print("test", model.evaluate(x[240:], miles_per_gallon[240:], verbose=0))
