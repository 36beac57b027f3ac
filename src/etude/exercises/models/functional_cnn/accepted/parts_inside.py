"""A Sequential stack of layers as one part of a functional model; operations instead of layers."""

import keras
from keras import layers, ops


def features():
    return keras.Sequential(
        [
            layers.Conv2D(filters=32, kernel_size=3, activation=keras.activations.relu),
            layers.MaxPooling2D((2, 2)),
            layers.Conv2D(filters=64, kernel_size=3, activation=keras.activations.relu),
            layers.MaxPooling2D((2, 2)),
            layers.Flatten(),
        ],
        name="features",
    )


def build_cnn_model(input_shape, num_classes=10):
    pictures = keras.Input(shape=tuple(input_shape), name="pictures")
    x = features()(pictures)
    x = ops.relu(layers.Dense(128, kernel_initializer="he_normal")(x))
    probabilities = ops.softmax(layers.Dense(num_classes)(x))
    model = keras.Model(pictures, probabilities)
    model.compile(
        keras.optimizers.Adam(learning_rate=1e-3),
        loss=keras.losses.sparse_categorical_crossentropy,
        metrics=["accuracy", keras.metrics.SparseTopKCategoricalAccuracy(k=2)],
    )
    return model


PARAMETERS = 225034
