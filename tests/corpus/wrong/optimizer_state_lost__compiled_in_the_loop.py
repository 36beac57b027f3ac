"""I call fit for one epoch at a time to print my own report. Training is much slower than fit(epochs=20)."""
import keras
import numpy as np

keras.utils.set_random_seed(11)
rng = np.random.default_rng(11)
x = rng.normal(size=(300, 8)).astype("float32")
y = np.sin(x[:, :1]) + x[:, 1:2] ** 2
model = keras.Sequential([
    keras.Input((8,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)
])
for epoch in range(5):
    model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mse", metrics=["mae"])  # diagnosis: optimizer_state_lost
    history = model.fit(x[:240], y[:240], epochs=1, batch_size=30, verbose=0)
    loss, error = model.evaluate(x[240:], y[240:], verbose=0)
    print(f"epoch {epoch}: train {history.history['loss'][0]:.3f}, test {loss:.3f}, mae {error:.3f}")
