"""Pictures as NumPy arrays; fit splits them itself; a Normalization layer instead of Rescaling."""

import pathlib

import keras
import numpy as np
from keras import layers

FOLDERS = [pathlib.Path("data/clip_art") / name for name in ("fruit", "mammal", "plant", "vehicle")]

keras.utils.set_random_seed(3)
pictures, labels = [], []
for label, folder in enumerate(FOLDERS):
    for path in sorted(folder.glob("*.jpg")):
        pictures.append(keras.utils.img_to_array(keras.utils.load_img(path, target_size=(32, 32))))
        labels.append(label)
order = np.random.default_rng(3).permutation(len(labels))
pictures, labels = np.array(pictures)[order], np.array(labels)[order]
one_hot = keras.utils.to_categorical(labels, 4)

normalize = layers.Normalization(axis=None)
normalize.adapt(pictures[: int(0.85 * len(pictures))])

inputs = layers.Input((32, 32, 3))
x = normalize(inputs)
x = layers.RandomTranslation(0.05, 0.05, fill_mode="nearest")(x)
x = layers.RandomFlip("horizontal")(x)
for filters in (32, 64, 128):
    x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    x = layers.MaxPooling2D()(x)
x = layers.Dropout(0.4)(layers.GlobalMaxPooling2D()(x))
model = keras.Model(inputs, layers.Dense(4)(x))

model.compile(
    optimizer=keras.optimizers.Adam(keras.optimizers.schedules.CosineDecay(0.002, 50 * 7)),
    loss=keras.losses.CategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
model.fit(pictures, one_hot, validation_split=0.15, batch_size=32, epochs=50, verbose=0)
model.save("clip_art.keras")
