"""A classifier for pictures.

TODO: three branches in the place of the large convolution, in 6,000 parameters; see README.md.
"""

import keras
from keras import layers


def build_model(input_shape, num_classes):
    """A compiled classifier for integer labels."""
    inputs = keras.Input(shape=input_shape)  # (batch, 28, 28, 1) for input_shape (28, 28, 1)
    x = layers.Conv2D(16, 3, padding="same", activation="relu")(inputs)  # (batch, 28, 28, 16)
    x = layers.MaxPooling2D(2)(x)  # (batch, 14, 14, 16)

    x = layers.Conv2D(40, 5, padding="same", activation="relu")(x)  # (batch, 14, 14, 40)

    x = layers.GlobalAveragePooling2D()(x)  # (batch, 40)
    outputs = layers.Dense(num_classes, activation="softmax")(x)  # (batch, num_classes)
    model = keras.Model(inputs, outputs)
    model.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


if __name__ == "__main__":
    build_model((28, 28, 1), 10).summary()
