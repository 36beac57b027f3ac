"""Reads class folders with an ImageDataGenerator, which scales and varies the pictures."""

import keras
import tensorflow as tf
from keras import layers

SIDE = 48  # pixels
BATCH = 16


# TODO: return two tf.data.Datasets; scale and vary in the model instead.
def load_data(image_dir):
    """Training and validation data: pictures (B, SIDE, SIDE, 3) from 0 to 1, labels (B, classes)."""
    generator = tf.keras.preprocessing.image.ImageDataGenerator(
        rescale=1 / 255, horizontal_flip=True, validation_split=0.25
    )
    given = dict(target_size=(SIDE, SIDE), batch_size=BATCH, class_mode="categorical", seed=1)
    training_data = generator.flow_from_directory(image_dir, subset="training", **given)
    validation_data = generator.flow_from_directory(image_dir, subset="validation", **given)
    return training_data, validation_data


def build_model(classes):
    """A compiled network that takes pixels from 0 to 1."""
    model = keras.Sequential(
        [
            keras.Input((SIDE, SIDE, 3)),
            layers.Conv2D(8, 3, strides=2, activation="relu"),
            layers.GlobalAveragePooling2D(),
            layers.Dense(classes, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return model


if __name__ == "__main__":
    training_data, validation_data = load_data("data/clip_art")
    model = build_model(6)
    model.fit(training_data, validation_data=validation_data, epochs=1)
