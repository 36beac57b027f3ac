"""A small residual network for pictures of any size and any number of classes."""

import keras
from keras import layers


def residual_block(x, filters, strides=1):
    """Two convolutions, and the block's own input added to what they make of it."""
    # TODO: two convolutions of 3 x 3 with these filters, the first one with these strides
    # TODO: add the block's input; a convolution of 1 x 1 where it has another shape
    return x


def build_residual_model(input_shape, num_classes):
    """A compiled classifier for integer labels."""
    inputs = keras.Input(shape=input_shape)  # (batch, 28, 28, 1) for input_shape (28, 28, 1)
    x = layers.Conv2D(16, 3, padding="same", activation="relu")(inputs)  # (batch, 28, 28, 16)
    x = residual_block(x, 16)  # (batch, 28, 28, 16)
    x = residual_block(x, 32, strides=2)  # (batch, 14, 14, 32)
    x = layers.GlobalAveragePooling2D()(x)  # (batch, 32)
    outputs = layers.Dense(num_classes, activation="softmax")(x)  # (batch, num_classes)

    model = keras.Model(inputs, outputs)
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model


if __name__ == "__main__":
    build_residual_model((28, 28, 1), 10).summary()
