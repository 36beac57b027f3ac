"""The width is another when none is given."""

import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="practice")
class Nearness(layers.Layer):
    """From (batch, features) to (batch, count): 1 at a point, near 0 far from it."""

    def __init__(self, count, width=2.0, **kwargs):
        super().__init__(**kwargs)
        self.count = count
        self.width = width

    def build(self, input_shape):
        self.points = self.add_weight(shape=(self.count, input_shape[-1]), initializer="glorot_normal")

    def call(self, inputs):
        apart = ops.expand_dims(inputs, 1) - self.points  # (batch, count, features)
        squares = ops.sum(ops.square(apart), axis=-1)  # (batch, count)
        return ops.exp(-squares / self.width)

    def get_config(self):
        return {**super().get_config(), "count": self.count, "width": self.width}


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
