"""Two windows of 3 x 3 see as far as one of 5 x 5; a fourth branch pools."""

import keras
from keras import layers


def build_model(input_shape, num_classes):
    """A compiled classifier for integer labels."""
    inputs = keras.Input(shape=input_shape)  # (batch, 28, 28, 1) for input_shape (28, 28, 1)
    x = layers.Conv2D(16, 3, padding="same", activation="relu")(inputs)  # (batch, 28, 28, 16)
    x = layers.MaxPooling2D(2)(x)  # (batch, 14, 14, 16)

    def conv(tensor, filters, size):
        return layers.Conv2D(filters, size, padding="same", activation="relu")(tensor)

    pooled = layers.MaxPooling2D(3, strides=1, padding="same")(x)
    branches = [conv(x, 8, 1), conv(x, 8, 3), conv(conv(x, 8, 3), 8, 3), conv(pooled, 8, 1)]
    x = layers.concatenate(branches)

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
