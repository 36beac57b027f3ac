"""The same network from a helper function; the activations are layers of their own."""

import tensorflow as tf

L = tf.keras.layers


def block(x, filters):
    x = L.Conv2D(filters, (3, 3), padding="same", use_bias=False)(x)
    x = L.BatchNormalization()(x)
    x = L.ReLU()(x)
    return L.MaxPool2D()(x)


def build_cnn_model(input_shape, num_classes):
    inputs = tf.keras.layers.Input(input_shape)
    x = L.Rescaling(1 / 255)(inputs)
    for filters in (32, 64):
        x = block(x, filters)
    x = L.Dense(128)(L.Flatten()(x))
    x = L.Dropout(0.3)(L.Activation("relu")(x))
    outputs = L.Softmax()(L.Dense(num_classes)(x))
    model = tf.keras.Model(inputs=inputs, outputs=outputs, name="cnn")
    model.compile(
        optimizer=tf.keras.optimizers.SGD(0.01, momentum=0.9),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(),
        metrics=[tf.keras.metrics.SparseCategoricalAccuracy(name="acc")],
    )
    return model


PARAMETERS = build_cnn_model((28, 28, 1), 10).count_params()
