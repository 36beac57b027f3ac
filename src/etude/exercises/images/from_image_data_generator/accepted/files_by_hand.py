"""Lists the files, splits them, and reads them with tf.data."""

import os
import random

import keras
import tensorflow as tf
from keras import layers

SIDE = 48  # pixels
BATCH = 16


def load_data(image_dir):
    classes = sorted(os.listdir(image_dir))
    files = [
        (f"{image_dir}/{name}/{file}", number)
        for number, name in enumerate(classes)
        for file in sorted(os.listdir(f"{image_dir}/{name}"))
    ]
    random.Random(1).shuffle(files)
    held_out = len(files) // 4

    def read(path, number):
        picture = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
        return tf.image.resize(picture, (SIDE, SIDE)), tf.one_hot(number, len(classes))

    def dataset(part):
        paths, numbers = zip(*part, strict=True)
        return tf.data.Dataset.from_tensor_slices((list(paths), list(numbers))).map(read).cache()

    training_data = dataset(files[held_out:]).shuffle(1000).batch(BATCH).prefetch(2)
    return training_data, dataset(files[:held_out]).batch(BATCH).prefetch(2)


def build_model(classes):
    inputs = keras.Input((SIDE, SIDE, 3))
    x = layers.RandomFlip("horizontal")(inputs)
    x = layers.Rescaling(1 / 127.5, offset=-1)(x)
    x = layers.Conv2D(8, 3, strides=2, activation="relu")(x)
    x = layers.GlobalAveragePooling2D()(x)
    model = keras.Model(inputs, layers.Dense(classes)(x))
    loss = keras.losses.CategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
    return model


if __name__ == "__main__":
    training_data, validation_data = load_data("data/clip_art")
    build_model(6).fit(training_data, validation_data=validation_data, epochs=1)
