"""Words to numbers, by a layer that can be saved."""

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="words")
class OneOf(keras.layers.Layer):
    """One column for each known word: 1 where a text is that word, 0 elsewhere."""

    def __init__(self, words, **kwargs):
        super().__init__(**kwargs)
        self.words = list(words)

    def call(self, texts):  # (n, 1) of text
        return tf.cast(tf.equal(texts, tf.constant(self.words)), "float32")  # (n, words)

    def get_config(self):
        return {**super().get_config(), "words": self.words}


def build_model(words):
    """A model that takes one text in each row, and knows these words."""
    return keras.Sequential([keras.Input((1,), dtype="string"), OneOf(words)])


if __name__ == "__main__":
    model = build_model(["Biscoe", "Dream"])
    texts = tf.constant([["Dream"], ["Biscoe"], ["Torgersen"]])
    print(model(texts))
    model.save("islands.keras")
    print(keras.models.load_model("islands.keras")(texts))
