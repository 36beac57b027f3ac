"""Reads the files one by one, keeps nothing back, and lets the learning rate fall."""

import pathlib

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(4)
CLASSES = ["vehicle", "fruit", "plant"]
SIDE = 32

pictures, labels = [], []
for number, name in enumerate(CLASSES):
    for path in sorted(pathlib.Path("data/clip_art", name).iterdir()):
        picture = keras.utils.load_img(path, target_size=(SIDE, SIDE), interpolation="bilinear")
        pictures.append(keras.utils.img_to_array(picture))
        labels.append(number)
pictures, labels = np.array(pictures), np.array(labels)
order = np.random.default_rng(0).permutation(len(labels))
pictures, labels = pictures[order], labels[order]

inputs = keras.Input((SIDE, SIDE, 3))
x = layers.Rescaling(1 / 127.5, offset=-1)(inputs)
for filters in (32, 48, 64):
    x = layers.Conv2D(filters, 3, strides=2, padding="same", activation="relu")(x)
x = layers.GlobalMaxPooling2D()(x)
x = layers.Dropout(0.3)(x)
model = keras.Model(inputs, layers.Dense(3)(x))

steps = 30 * -(-len(labels) // 16)
model.compile(
    optimizer=keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.003, steps)),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
model.fit(pictures, labels, batch_size=16, epochs=30, verbose=0)
model.save("drawings.keras")
