"""Divides the validation pictures by 255, which the model does as well."""

import keras
import tensorflow as tf
from keras import layers

SIDE = 48  # pixels
BATCH = 16


def load_data(image_dir):
    """Training and validation data: pictures (B, SIDE, SIDE, 3) from 0 to 255, labels (B, classes)."""
    training_data, validation_data = keras.utils.image_dataset_from_directory(
        image_dir,
        label_mode="categorical",  # one-hot, as the generator made them
        image_size=(SIDE, SIDE),  # was target_size
        batch_size=BATCH,
        validation_split=0.25,
        subset="both",
        seed=1,
        verbose=False,
    )
    validation_data = validation_data.map(lambda pictures, labels: (pictures / 255.0, labels))
    return training_data.prefetch(tf.data.AUTOTUNE), validation_data.prefetch(tf.data.AUTOTUNE)


def build_model(classes):
    """A compiled network that takes pixels from 0 to 255."""
    model = keras.Sequential(
        [
            keras.Input((SIDE, SIDE, 3)),
            layers.Rescaling(1 / 255),  # was rescale
            layers.RandomFlip("horizontal"),  # was horizontal_flip; rests outside training
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
