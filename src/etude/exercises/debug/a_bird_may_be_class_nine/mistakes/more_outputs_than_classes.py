"""One unit more than there are classes."""

import keras
from keras import layers


def build_model(input_shape, num_classes):
    """A compiled classifier of pictures.

    Args:
        input_shape: height, width and channels of one picture.
        num_classes: how many classes there are; labels are the integers below it.
    """
    model = keras.Sequential(
        [
            keras.Input(input_shape),
            layers.Rescaling(1 / 255),
            layers.Conv2D(16, 3, activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(32, 3, activation="relu"),
            layers.GlobalAveragePooling2D(),
            layers.Dense(num_classes + 1, activation="softmax"),  # diagnosis: more_outputs_than_classes
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


if __name__ == "__main__":
    data = keras.utils.image_dataset_from_directory(
        "data/clip_art", class_names=["bird", "bug"], image_size=(32, 32), verbose=False
    )
    model = build_model((32, 32, 3), 2)
    model.fit(data, epochs=3, verbose=2)
    pictures, _ = next(iter(data))
    for probabilities in model.predict(pictures[:3], verbose=0):
        print(probabilities.round(2))
