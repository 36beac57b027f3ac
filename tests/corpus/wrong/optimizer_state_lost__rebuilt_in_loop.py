"""Loss jumps up at the start of every round. I train in rounds to print samples in between."""
import numpy as np
import keras

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
x = rng.normal(size=(300, 6)).astype("float32")
y = (x[:, 0] * x[:, 1] > 0).astype("int32")
model = keras.Sequential([
    keras.Input((6,)),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
for round_ in range(4):
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])  # diagnosis: optimizer_state_lost
    model.fit(x[:240], y[:240], epochs=2, verbose=0)  # diagnosis: optimizer_state_lost
    print(round_, model.predict(x[:3], verbose=0).ravel())
