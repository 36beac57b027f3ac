"""evaluate says 0.9 and counting it myself says 0.5, with the same model and the same rows."""
import numpy as np
import keras
from keras import layers

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
X = rng.normal(size=(500, 5)).astype("float32")
y = (X[:, 0] + X[:, 1] > 0).astype(int)

model = keras.Sequential([
    layers.Input(shape=(5,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
model.fit(X[:400], y[:400], epochs=8, batch_size=32, validation_split=0.1, verbose=0)
print(model.evaluate(X[400:], y[400:], verbose=0))

y_test = y[400:]
y_pred = (model.predict(X[400:], verbose=0) > 0.5).astype(int)
print("accuracy", np.mean(y_pred == y_test))  # diagnosis: predictions_compared_with_all_labels
