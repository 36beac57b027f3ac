"""A small residual network for pictures of any size and any number of classes."""

import keras
from keras import layers


def residual_block(x, filters, strides=1):
    """Two convolutions, and the block's own input added to what they make of it."""
    shortcut = x
    x = layers.Conv2D(filters, 3, strides=strides, padding="same", use_bias=False)(x)
    x = layers.BatchNormalization()(x)
    x = layers.ReLU()(x)
    x = layers.Conv2D(filters, 3, padding="same", use_bias=False)(x)
    x = layers.BatchNormalization()(x)
    if strides != 1 or shortcut.shape[-1] != filters:
        shortcut = layers.Conv2D(filters, 1, strides=strides, use_bias=False)(shortcut)
        shortcut = layers.BatchNormalization()(shortcut)
    x = layers.Add()([x, shortcut])
    return layers.ReLU()(x)


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
