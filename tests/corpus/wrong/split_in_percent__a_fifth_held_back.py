# a fifth of the rows is held back for validation
import keras
import numpy as np

rng = np.random.default_rng(0)
x = rng.normal(size=(150, 4)).astype("float32")
y = (x[:, 0] + x[:, 1] > 0).astype("float32")
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(x, y, epochs=12, batch_size=16, validation_split=20, verbose=0)  # diagnosis: split_in_percent
print(history.history["val_accuracy"][-1])
