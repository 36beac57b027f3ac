"""A layer that says how near an example is to each of some points that it learns."""

import keras
from keras import layers


# TODO: let Keras find this class when it loads a saved model
class Nearness(layers.Layer):
    """From (batch, features) to (batch, count): 1 at a point, near 0 far from it."""

    def __init__(self, count, width=1.0, **kwargs):
        super().__init__(**kwargs)
        self.count = count
        self.width = width

    # TODO: build makes the points; call computes; get_config tells the settings

    def call(self, inputs):
        return inputs


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
