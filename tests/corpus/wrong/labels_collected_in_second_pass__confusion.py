"""evaluate says 1.0, but my confusion matrix from predict on the same folder looks like dice."""
from pathlib import Path

import numpy as np
import tensorflow as tf
from PIL import Image

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
for number, name in enumerate(["left", "right"]):
    Path("sides", name).mkdir(parents=True, exist_ok=True)
    for i in range(40):
        pixels = rng.integers(0, 100, (16, 16, 3), dtype=np.uint8)
        pixels[:, 8 * number : 8 * number + 8] += 120
        Image.fromarray(pixels).save(f"sides/{name}/{i}.png")

load = dict(directory="sides", image_size=(16, 16), batch_size=8, validation_split=0.25, seed=5)
train_ds = tf.keras.utils.image_dataset_from_directory(subset="training", **load).prefetch(1)
val_ds = tf.keras.utils.image_dataset_from_directory(subset="validation", **load).prefetch(1)  # diagnosis: labels_collected_in_second_pass

model = tf.keras.Sequential([
    tf.keras.Input((16, 16, 3)),
    tf.keras.layers.Rescaling(1.0 / 255),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.005), "binary_crossentropy", metrics=["accuracy"])
model.fit(train_ds, validation_data=val_ds, epochs=5, verbose=0)
print("evaluate", model.evaluate(val_ds, verbose=0))

y_pred = (model.predict(val_ds, verbose=0) > 0.5).astype(int).ravel()  # diagnosis: labels_collected_in_second_pass
y_true = np.concatenate([labels.numpy() for images, labels in val_ds])  # diagnosis: labels_collected_in_second_pass
print(tf.math.confusion_matrix(y_true, y_pred).numpy())
