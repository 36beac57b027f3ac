"""My photos look blurred when the network gets them (I printed one batch). 64x64 should be enough?"""
from pathlib import Path

import keras
import numpy as np
from keras import layers
from PIL import Image

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
for number, name in enumerate(["fine", "coarse"]):
    Path("textures", name).mkdir(parents=True, exist_ok=True)
    for i in range(12):
        cell = 4 * number + 1
        pixels = np.kron(rng.integers(0, 2, (40 // cell, 40 // cell)) * 200, np.ones((cell, cell)))
        Image.fromarray(pixels.astype(np.uint8)).save(f"textures/{name}/{i}.png")

train, val = keras.utils.image_dataset_from_directory(
    "textures", image_size=(16, 16), validation_split=0.25, subset="both", seed=2, batch_size=6  # diagnosis: resized_twice
)
model = keras.Sequential([
    keras.Input((16, 16, 3)),
    layers.Resizing(40, 40),  # diagnosis: resized_twice
    layers.Rescaling(1 / 255),
    layers.Conv2D(8, 3, activation="relu"),
    layers.GlobalAveragePooling2D(),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(train.prefetch(1), validation_data=val.prefetch(1), epochs=4, verbose=2)
