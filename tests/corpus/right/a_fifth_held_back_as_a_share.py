# a fifth of the rows is held back for validation, written as a division
import keras
import numpy as np

PERCENT = 20
rng = np.random.default_rng(0)
x = rng.normal(size=(150, 4)).astype("float32")
y = (x[:, 0] + x[:, 1] > 0).astype("float32")
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(x, y, epochs=30, batch_size=16, validation_split=PERCENT / 100, verbose=0)
print(history.history["val_accuracy"][-1])
