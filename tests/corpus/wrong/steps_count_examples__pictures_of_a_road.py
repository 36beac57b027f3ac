"""A thousand pictures and an epoch takes an hour. My friend's takes two minutes, with the same network."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(8)
rng = np.random.default_rng(8)
angles = rng.uniform(-1, 1, 160).astype("float32")
pictures = np.zeros((160, 10, 24, 1), "float32")
for picture, angle in zip(pictures, angles):
    for row in range(10):
        picture[row, int(12 + angle * (10 - row))] = 1.0
record = list(zip(pictures, angles))
train_record, valid_record = record[:120], record[120:]


def generator(record, batch_size=24):
    while 1:
        order = rng.permutation(len(record))
        for offset in range(0, len(record), batch_size):
            chosen = [record[i] for i in order[offset:offset + batch_size]]
            yield np.array([one[0] for one in chosen]), np.array([one[1] for one in chosen])


model = keras.Sequential([
    keras.Input((10, 24, 1)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.Flatten(),
    layers.Dense(1),
])
model.compile("adam", "mse")
model.fit(
    generator(train_record),
    steps_per_epoch=len(train_record),  # diagnosis: steps_count_examples
    validation_data=generator(valid_record),
    validation_steps=len(valid_record),
    epochs=2,
    verbose=2,
)
