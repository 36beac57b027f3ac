"""Ten classes of points, validation no better than guessing. I did shuffle, so what else can it be?"""
import keras
import numpy as np

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
centres = rng.normal(scale=3, size=(10, 6))
kinds = np.repeat(np.arange(10), 60)
points = (centres[kinds] + rng.normal(size=(600, 6))).astype("float32")

kinds = rng.permutation(kinds)  # diagnosis: shuffled_apart

model = keras.Sequential([
    keras.Input((6,)),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(points, kinds, validation_split=0.2, epochs=12, verbose=2)
