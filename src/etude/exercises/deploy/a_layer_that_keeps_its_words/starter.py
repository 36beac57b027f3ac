"""Words to numbers, by a layer that can be saved."""

import keras
import tensorflow as tf


class OneOf(keras.layers.Layer):
    """One column for each known word: 1 where a text is that word, 0 elsewhere."""

    # TODO: keep the words, answer with columns, and let a saved model come back with both


def build_model(words):
    """A model that takes one text in each row, and knows these words."""
    # TODO


if __name__ == "__main__":
    model = build_model(["Biscoe", "Dream"])
    texts = tf.constant([["Dream"], ["Biscoe"], ["Torgersen"]])
    print(model(texts))
    model.save("islands.keras")
    print(keras.models.load_model("islands.keras")(texts))
