"""One branch begins with what another has made."""

import keras
from keras import layers


def build_model(input_shape, num_classes):
    """A compiled classifier for integer labels."""
    inputs = keras.Input(shape=input_shape)  # (batch, 28, 28, 1) for input_shape (28, 28, 1)
    x = layers.Conv2D(16, 3, padding="same", activation="relu")(inputs)  # (batch, 28, 28, 16)
    x = layers.MaxPooling2D(2)(x)  # (batch, 14, 14, 16)

    near = layers.Conv2D(16, 1, activation="relu")(x)  # (batch, 14, 14, 16)
    wide = layers.Conv2D(16, 3, padding="same", activation="relu")(near)  # (batch, 14, 14, 16)
    wider = layers.Conv2D(8, 1, activation="relu")(x)  # fewer channels first: 5 x 5 is dear
    wider = layers.Conv2D(8, 5, padding="same", activation="relu")(wider)  # (batch, 14, 14, 8)
    x = layers.Concatenate()([near, wide, wider])  # (batch, 14, 14, 40)

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
