"""Words to numbers, by a layer that can be saved."""

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable()
class OneOf(keras.layers.Layer):
    """One column for each known word, by a table of Keras's own."""

    def __init__(self, words, **kwargs):
        super().__init__(**kwargs)
        self.words = words
        self.lookup = keras.layers.StringLookup(vocabulary=words, output_mode="one_hot")

    def call(self, texts):
        return keras.ops.cast(self.lookup(texts[:, 0])[:, 1:], "float32")

    def get_config(self):
        config = super().get_config()
        config["words"] = list(self.words)
        return config


def build_model(words):
    """A model that takes one text in each row, and knows these words."""
    return keras.Sequential([keras.Input((1,), dtype="string"), OneOf(words)])


if __name__ == "__main__":
    model = build_model(["Biscoe", "Dream"])
    texts = tf.constant([["Dream"], ["Biscoe"], ["Torgersen"]])
    print(model(texts))
    model.save("islands.keras")
    print(keras.models.load_model("islands.keras")(texts))
