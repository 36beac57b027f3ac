"""Still wrong: ten outputs for three classes, and no validation data."""

import pathlib

import keras
import numpy as np
import tensorflow as tf
from keras import layers

FOLDER = pathlib.Path("data/clip_art")
CLASSES = ["bird", "fruit", "vehicle"]
SIDE = 48  # pixels
BATCH = 16
EPOCHS = 15


def list_pictures():
    """Paths of all pictures and the numbers of their classes, mixed, the same way each time."""
    found = [
        (str(path), label)
        for label, name in enumerate(CLASSES)
        for path in sorted((FOLDER / name).glob("*.jpg"))
    ]
    paths, labels = zip(*found)
    order = np.random.default_rng(7).permutation(len(paths))
    return np.array(paths)[order], np.array(labels)[order]


def read_picture(path, label):
    picture = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)  # uint8, 0 to 255
    picture = tf.image.convert_image_dtype(picture, tf.float32)  # 0 to 1
    picture = tf.image.resize(picture, (SIDE, SIDE))
    return picture, label


def load(paths, labels):
    return tf.data.Dataset.from_tensor_slices((paths, labels)).map(read_picture).cache()


keras.utils.set_random_seed(1)
paths, labels = list_pictures()
held_out = len(paths) // 5
training_data = load(paths[held_out:], labels[held_out:]).shuffle(200).batch(BATCH)
validation_data = load(paths[:held_out], labels[:held_out]).batch(BATCH)

model = keras.Sequential(
    [
        keras.Input((SIDE, SIDE, 3)),
        layers.Conv2D(16, 3, strides=2, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(10),
    ]
)
model.compile(
    optimizer=keras.optimizers.SGD(0.01, momentum=0.9),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)

keep_best = keras.callbacks.ModelCheckpoint(
    "best.weights.h5", monitor="val_loss", save_best_only=True, save_weights_only=True
)
history = model.fit(training_data, epochs=EPOCHS, callbacks=[keep_best], verbose=0)  # diagnosis: early_stopping_without_validation
for epoch, loss in enumerate(history.history["loss"], start=1):
    print(f"epoch {epoch:2}: loss {loss:.3g}")
