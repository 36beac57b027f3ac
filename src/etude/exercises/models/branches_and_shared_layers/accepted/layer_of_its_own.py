"""The encoder is a layer of its own class; operations of keras.ops compare the encodings."""

import keras
from keras import layers, ops


class Encoder(layers.Layer):
    def __init__(self, size, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.conv = layers.Conv2D(4, 3, activation="relu")
        self.pool = layers.GlobalAveragePooling2D()
        self.dense = layers.Dense(size, activation="relu")

    def call(self, pictures):
        return self.dense(self.pool(self.conv(pictures)))


def build_matcher(input_shape, encoding_size):
    first, second = (keras.Input(input_shape, name=name) for name in ("first", "second"))
    encoder = Encoder(encoding_size)
    a, b = encoder(first), encoder(second)
    together = ops.concatenate([ops.square(a - b), a * b], axis=-1)
    same = ops.sigmoid(layers.Dense(1)(together))
    model = keras.Model([first, second], same)
    model.compile(
        optimizer=keras.optimizers.Adam(1e-3),
        loss=keras.losses.binary_crossentropy,
        metrics=[keras.metrics.BinaryAccuracy(), keras.metrics.AUC()],
    )
    return model
