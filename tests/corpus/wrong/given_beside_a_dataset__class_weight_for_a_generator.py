"""class_weight worked with arrays; with my generator it is not supported."""
import keras
import numpy as np

rng = np.random.default_rng(7)
rows = rng.normal(size=(300, 4)).astype("float32")
fault = (rows[:, 0] > 1.2).astype("float32")


def batches(size):
    while True:
        chosen = rng.integers(0, len(rows), size)
        yield rows[chosen], fault[chosen]


model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(
    batches(32),
    steps_per_epoch=9,
    epochs=5,
    class_weight={0: 1.0, 1: 8.0},  # diagnosis: given_beside_a_dataset
    verbose=2,
)
