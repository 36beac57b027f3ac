"""A convolutional network for pictures of any size and any number of classes."""

import keras
from keras import layers


def build_cnn_model(input_shape, num_classes):
    """A compiled classifier.

    Args:
        input_shape: height, width and channels of one picture.
        num_classes: how many classes there are; labels are the integers below it.
    """
    inputs = keras.Input(shape=input_shape)  # (batch, 28, 28, 1) for input_shape (28, 28, 1)
    x = layers.Conv2D(32, 3, activation="relu")(inputs)  # (batch, 26, 26, 32)
    x = layers.MaxPooling2D(2)(x)  # (batch, 13, 13, 32)
    x = layers.Conv2D(64, 3, activation="relu")(x)  # (batch, 11, 11, 64)
    x = layers.MaxPooling2D(2)(x)  # (batch, 5, 5, 64)
    x = layers.Flatten()(x)  # (batch, 1600)
    x = layers.Dense(128, activation="relu")(x)  # (batch, 128)
    outputs = layers.Dense(num_classes, activation="softmax")(x)  # (batch, num_classes)

    model = keras.Model(inputs, outputs)
    model.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",  # integer labels
        metrics=["accuracy"],
    )
    return model


# Convolutions: 3*3*1*32 + 32 and 3*3*32*64 + 64; dense: 1600*128 + 128 and 128*10 + 10.
PARAMETERS = 225_034


if __name__ == "__main__":
    build_cnn_model((28, 28, 1), 10).summary()
