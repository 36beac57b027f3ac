"""Ripe or not, by the colours of a fruit, validated on fewer than one batch of them."""
import keras
import numpy as np

keras.utils.set_random_seed(14)
rng = np.random.default_rng(14)
BATCH = 16


def fruits(count):
    ripe = rng.integers(0, 2, count)
    return rng.normal(0, 0.4, (count, 5)) + ripe[:, None], ripe


def batches(colours, ripe):
    while True:
        for start in range(0, len(ripe), BATCH):
            yield colours[start:start + BATCH], ripe[start:start + BATCH]


train, held_out = fruits(64), fruits(12)
model = keras.Sequential([
    keras.Input((5,)),
    keras.layers.Dense(8, activation='relu'),
    keras.layers.Dense(1, activation='sigmoid'),
])
model.compile(optimizer=keras.optimizers.Adam(0.05), loss='binary_crossentropy', metrics=['accuracy'])
model.fit(
    batches(*train),
    steps_per_epoch=64 // BATCH,
    epochs=10,
    validation_data=batches(*held_out),
    validation_steps=-(-12 // BATCH),
    verbose=2,
)
