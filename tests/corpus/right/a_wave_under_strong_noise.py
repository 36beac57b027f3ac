"""Windows of a noisy wave: much cannot be told, and what can be is learned."""
import keras
import numpy as np

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
hours = np.arange(800)
load = np.sin(hours / 4) + rng.normal(0, 0.6, 800)
load = ((load - load[:600].mean()) / load[:600].std()).astype("float32")

length = 24
x = np.array([load[i:i + length] for i in range(len(load) - length)])[..., None]
y = load[length:]
cut = 600 - length
model = keras.Sequential([
    keras.Input((length, 1)),
    keras.layers.Flatten(),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mse", metrics=["mae"])
model.fit(x[:cut], y[:cut], validation_data=(x[600:], y[600:]), epochs=12, batch_size=16, verbose=2)
