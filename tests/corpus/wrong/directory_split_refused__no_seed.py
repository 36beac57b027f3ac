"""ValueError: If using `validation_split` and shuffling the data, you must provide a `seed` argument."""
from pathlib import Path

import numpy as np
import tensorflow as tf
from PIL import Image

rng = np.random.default_rng(0)
for name in ["ok", "scratched"]:
    Path("parts", name).mkdir(parents=True, exist_ok=True)
    for i in range(6):
        Image.fromarray(rng.integers(0, 256, (16, 16), dtype=np.uint8)).save(f"parts/{name}/{i}.png")


def load(subset):
    return tf.keras.utils.image_dataset_from_directory(  # diagnosis: directory_split_refused
        "parts",
        validation_split=0.2,  # diagnosis: directory_split_refused
        subset=subset,
        color_mode="grayscale",
        image_size=(16, 16),
        batch_size=4,
    )


train, val = load("training"), load("validation")  # diagnosis: directory_split_refused
model = tf.keras.Sequential([
    tf.keras.Input((16, 16, 1)),
    tf.keras.layers.Rescaling(1 / 255),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy")
model.fit(train, validation_data=val, epochs=2)
