"""The network does not learn: 0.3 accuracy for three kinds of leaves that a child can tell apart."""
import os
import tempfile

import numpy as np
import tensorflow as tf
from PIL import Image

rng = np.random.default_rng(3)
folder, notes = tempfile.mkdtemp(), tempfile.mkdtemp()
for number in rng.permutation(150):
    kind = int(rng.integers(3))
    leaf = rng.integers(0, 70, (16, 16, 3), dtype=np.uint8)
    leaf[..., kind] += 120
    Image.fromarray(leaf).save(os.path.join(folder, f"leaf{number:03d}.png"))
    with open(os.path.join(notes, f"leaf{number:03d}.txt"), "w") as note:
        note.write(str(kind))

kinds = []
for leaf in os.listdir(folder):  # diagnosis: labels_listed_in_other_order
    with open(os.path.join(notes, leaf.replace(".png", ".txt"))) as note:
        kinds.append(int(note.read()))

leaves = tf.keras.utils.image_dataset_from_directory(folder, labels=kinds, image_size=(16, 16), seed=1)  # diagnosis: labels_listed_in_other_order
model = tf.keras.Sequential([
    tf.keras.Input((16, 16, 3)),
    tf.keras.layers.Rescaling(1 / 255),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(3, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(leaves, epochs=6, verbose=2)
