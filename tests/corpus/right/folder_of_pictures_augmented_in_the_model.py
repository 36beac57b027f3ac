"""Pictures from a folder, one seed for both halves, scaled and augmented in the model, evaluated in one pass."""
from pathlib import Path

import numpy as np
import tensorflow as tf
from PIL import Image
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
for number, name in enumerate(["dark", "light"]):
    Path("pictures", name).mkdir(parents=True, exist_ok=True)
    for i in range(24):
        pixels = rng.integers(0, 130, (20, 20, 3), dtype=np.uint8) + np.uint8(100 * number)
        Image.fromarray(pixels).save(f"pictures/{name}/{i}.png")

options = dict(image_size=(20, 20), batch_size=8, validation_split=0.25, seed=11)
train = tf.keras.utils.image_dataset_from_directory("pictures", subset="training", **options)
val = tf.keras.utils.image_dataset_from_directory("pictures", subset="validation", **options)
class_names = train.class_names
train = train.prefetch(tf.data.AUTOTUNE)
val = val.cache().prefetch(tf.data.AUTOTUNE)

model = tf.keras.Sequential([
    layers.Input((20, 20, 3)),
    layers.RandomFlip("horizontal"),
    layers.RandomRotation(0.05),
    layers.Rescaling(1.0 / 255),
    layers.Conv2D(8, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Conv2D(16, 3, activation="relu"),
    layers.GlobalAveragePooling2D(),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=val, epochs=8, verbose=0)
right = total = 0
for images, labels in val:
    predicted = model.predict(images, verbose=0)[:, 0] > 0.5
    right += int(np.sum(predicted == labels.numpy()))
    total += len(labels)
print(class_names, right / total)
