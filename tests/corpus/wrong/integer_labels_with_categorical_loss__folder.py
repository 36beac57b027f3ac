"""'Arguments `target` and `output` must have the same rank' when I train on my folder of pictures."""
from pathlib import Path

import numpy as np
import tensorflow as tf
from PIL import Image

rng = np.random.default_rng(0)
for number, name in enumerate(["apple", "banana", "cherry"]):
    folder = Path("fruit") / name
    folder.mkdir(parents=True, exist_ok=True)
    for i in range(12):
        picture = rng.integers(0, 120, (24, 24, 3), dtype=np.uint8)
        picture[..., number] += 100
        Image.fromarray(picture).save(folder / f"{i}.png")

train_ds = tf.keras.utils.image_dataset_from_directory(
    "fruit", image_size=(24, 24), batch_size=8, seed=1, validation_split=0.25, subset="training"
)
val_ds = tf.keras.utils.image_dataset_from_directory(
    "fruit", image_size=(24, 24), batch_size=8, seed=1, validation_split=0.25, subset="validation"
)
train_ds = train_ds.prefetch(tf.data.AUTOTUNE)
val_ds = val_ds.prefetch(tf.data.AUTOTUNE)

model = tf.keras.Sequential([
    tf.keras.Input((24, 24, 3)),
    tf.keras.layers.Rescaling(1 / 255.0),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.GlobalAveragePooling2D(),
    tf.keras.layers.Dense(3, activation="softmax"),
])
model.compile(
    optimizer="adam",
    loss="categorical_crossentropy",  # diagnosis: integer_labels_with_categorical_loss
    metrics=["accuracy"],
)
model.fit(train_ds, validation_data=val_ds, epochs=3)
