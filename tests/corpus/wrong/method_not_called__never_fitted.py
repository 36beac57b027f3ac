"""The predictions are all over the place, as if it had learned nothing. No error, though."""
import keras
import numpy as np

rng = np.random.default_rng(8)
rooms = rng.uniform(1, 6, (240, 1)).astype("float32")
rent = (rooms[:, 0] * 0.4 + 0.5 + rng.normal(0, 0.05, 240)).astype("float32")

model = keras.Sequential([
    keras.Input((1,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
model.fit  # diagnosis: method_not_called
print(model.predict(rooms[:5], verbose=0).ravel(), rent[:5])
