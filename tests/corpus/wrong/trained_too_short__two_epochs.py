"""My regression is bad on training AND test data. Do I need more layers?"""
import keras
import numpy as np

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
x = rng.uniform(-2, 2, (300, 2)).astype("float32")
y = 5 * np.sin(x[:, 0]) + x[:, 1] ** 2

model = keras.Sequential([
    keras.Input((2,)),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(1),
])
model.compile("adam", loss="mse", metrics=["mae"])
history = model.fit(x[:240], y[:240], validation_data=(x[240:], y[240:]), epochs=4, verbose=2)  # diagnosis: trained_too_short
print("test", model.evaluate(x[240:], y[240:], verbose=0))
