"""Ten hidden layers, and it always predicts the mean; with one layer it works."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.uniform(-1, 1, (400, 2)).astype("float32")
y = (x[:, 0] * x[:, 1] > 0).astype("int32")

model = keras.Sequential([keras.Input((2,))])
for _ in range(10):
    model.add(keras.layers.Dense(16, activation="sigmoid"))  # diagnosis: vanishing_gradients
model.add(keras.layers.Dense(1, activation="sigmoid"))
model.compile(keras.optimizers.SGD(0.05), loss="binary_crossentropy", metrics=["accuracy"])
model.fit(x[:320], y[:320], validation_data=(x[320:], y[320:]), epochs=8, verbose=2)  # diagnosis: vanishing_gradients
print(model.predict(x[:5], verbose=0).ravel())
