"""Training accuracy 0.95, validation accuracy 0.0 from the first epoch to the last. How can it be zero?"""
import numpy as np
from tensorflow import keras

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
X = np.concatenate([rng.normal(size=(100, 5)) + 2 * np.eye(5)[kind] for kind in range(4)])
y = np.repeat(np.arange(4), 100)

model = keras.Sequential([
    keras.Input((5,)),
    keras.layers.Dense(24, activation="relu"),
    keras.layers.Dropout(0.1),
    keras.layers.Dense(4, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X, y, epochs=8, batch_size=32, validation_split=0.25, shuffle=True, verbose=2)  # diagnosis: split_takes_last_rows
