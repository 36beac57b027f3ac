"""Is it normal that the validation accuracy of my folder data set is even better than on training?"""
from pathlib import Path

import keras
import numpy as np
from PIL import Image

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
for name in ("even", "odd"):
    Path("noise", name).mkdir(parents=True, exist_ok=True)
    for i in range(30):
        Image.fromarray(rng.integers(0, 256, (12, 12, 3), dtype=np.uint8)).save(f"noise/{name}/{i}.png")

train = keras.utils.image_dataset_from_directory(  # diagnosis: validation_overlaps_training
    "noise", validation_split=0.3, subset="training", seed=123, image_size=(12, 12), batch_size=6  # diagnosis: validation_overlaps_training
)
val = keras.utils.image_dataset_from_directory(  # diagnosis: validation_overlaps_training
    "noise", validation_split=0.3, subset="validation", seed=321, image_size=(12, 12), batch_size=6  # diagnosis: validation_overlaps_training
)
model = keras.Sequential([
    keras.Input((12, 12, 3)),
    keras.layers.Rescaling(1 / 255),
    keras.layers.Flatten(),
    keras.layers.Dense(128, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.002), "binary_crossentropy", metrics=["accuracy"])
model.fit(train.prefetch(1), validation_data=val.prefetch(1), epochs=15, verbose=2)
