"""A third kind was added to the folder and the reader complains about class_names."""
import pathlib
import tempfile

import keras
import numpy as np

root = pathlib.Path(tempfile.mkdtemp()) / "shapes"
rng = np.random.default_rng(18)
for name in ("circle", "cross", "square"):
    (root / name).mkdir(parents=True)
    for number in range(4):
        keras.utils.save_img(root / name / f"{number}.png", rng.random((12, 12, 3)))

train = keras.utils.image_dataset_from_directory(
    root,
    label_mode="binary",  # diagnosis: folder_holds_other_pictures
    image_size=(12, 12),
    batch_size=4,
)
model = keras.Sequential([keras.Input((12, 12, 3)), keras.layers.Flatten(), keras.layers.Dense(1, activation="sigmoid")])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(train, epochs=2, verbose=2)
