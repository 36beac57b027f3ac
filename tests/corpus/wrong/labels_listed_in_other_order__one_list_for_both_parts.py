"""Trains to an accuracy of 1.0, and the validation part, of the same pictures, stays at a half."""
import tempfile

import keras
import numpy as np
import pandas as pd
from PIL import Image

rng = np.random.default_rng(8)
folder = tempfile.mkdtemp()
rows = []
for day in rng.permutation(160):
    sky = rng.choice(["clear", "cloudy"])
    picture = rng.normal(60 if sky == "clear" else 190, 25, (12, 12, 3)).clip(0, 255)
    Image.fromarray(picture.astype("uint8")).save(f"{folder}/sky_{day}.png")
    rows.append({"picture": f"sky_{day}.png", "sky": sky, "height": rng.integers(2, 900)})

survey = pd.DataFrame(rows)
survey["label"] = survey["sky"].astype("category").cat.codes
survey = survey.sort_values("picture")
labels = survey["label"].tolist()
options = dict(labels=labels, image_size=(12, 12), validation_split=0.2, seed=5)
training = keras.utils.image_dataset_from_directory(folder, subset="training", **options)
validation = keras.utils.image_dataset_from_directory(folder, subset="validation", **options)  # diagnosis: labels_listed_in_other_order

model = keras.Sequential([
    keras.Input((12, 12, 3)),
    keras.layers.Rescaling(1 / 255),
    keras.layers.Flatten(),
    keras.layers.Dense(8, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(training, validation_data=validation, epochs=6, verbose=2)
