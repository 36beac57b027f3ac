"""TensorFlow's operations, one column after the other; the config is written out."""

import keras
import tensorflow as tf
from keras import layers


@keras.utils.register_keras_serializable()
class Nearness(layers.Layer):
    """From (batch, features) to (batch, count): 1 at a point, near 0 far from it."""

    def __init__(self, count, width=1.0, **kwargs):
        super().__init__(**kwargs)
        self.count = count
        self.width = width

    def build(self, input_shape):
        self.points = self.add_weight(shape=(self.count, input_shape[-1]), initializer="glorot_normal")

    def call(self, inputs):
        columns = [
            tf.exp(-tf.reduce_sum((inputs - point) ** 2, axis=1) / self.width)
            for point in tf.unstack(self.points)
        ]
        return tf.stack(columns, axis=1)

    def get_config(self):
        config = super().get_config()
        config.update(count=self.count, width=self.width)
        return config


def build_model():
    """A model with the layer in it."""
    model = keras.Sequential(
        [keras.Input((3,)), Nearness(8, width=2.5), layers.Dense(2, activation="softmax")]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model


if __name__ == "__main__":
    model = build_model()
    model.summary()
    model.save("nearness.keras")
    keras.models.load_model("nearness.keras").summary()
