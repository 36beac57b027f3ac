"""MobileNetV2 as a frozen base: the accuracy is far below the tutorial's with the same pictures."""
from pathlib import Path

import keras
import numpy as np
from keras import layers
from PIL import Image

keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
for number, name in enumerate(["cats", "dogs"]):
    Path("pets", name).mkdir(parents=True, exist_ok=True)
    for i in range(14):
        pixels = rng.integers(0, 140, (32, 32, 3), dtype=np.uint8)
        pixels[..., number] += 90
        Image.fromarray(pixels).save(f"pets/{name}/{i}.png")

train, val = keras.utils.image_dataset_from_directory(
    "pets", image_size=(32, 32), batch_size=7, validation_split=0.25, subset="both", seed=9
)
base = keras.applications.MobileNetV2(input_shape=(32, 32, 3), include_top=False, weights=None)  # diagnosis: wrong_preprocessing_for_network
base.save_weights("downloaded.weights.h5")  # stands for those of ImageNet
base.load_weights("downloaded.weights.h5")
base.trainable = False

model = keras.Sequential([
    keras.Input((32, 32, 3)),
    layers.Rescaling(1.0 / 255),  # diagnosis: wrong_preprocessing_for_network
    base,
    layers.GlobalAveragePooling2D(),
    layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(train.prefetch(1), validation_data=val.prefetch(1), epochs=2, verbose=2)
