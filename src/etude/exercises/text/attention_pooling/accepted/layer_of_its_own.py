"""A layer of its own."""

import keras
from keras import layers, ops


@keras.saving.register_keras_serializable()
class WordWeights(layers.Layer):
    def __init__(self, **options):
        super().__init__(**options)
        self.score = layers.Dense(1)

    def call(self, vectors, tokens):
        scores = self.score(vectors)  # (batch, steps, 1)
        scores = ops.where(ops.expand_dims(tokens, -1) == 0, -1e9, scores)
        return ops.softmax(scores, axis=1)


def build(words):
    tokens = keras.Input(shape=(None,), dtype="int32")
    vectors = layers.Embedding(words, 16)(tokens)
    weights = WordWeights()(vectors, tokens)  # (batch, steps, 1)
    summed = ops.sum(vectors * weights, axis=1)
    answer = layers.Dense(1, activation="sigmoid")(summed)
    model = keras.Model(tokens, answer)
    model.compile(optimizer="rmsprop", loss="binary_crossentropy", metrics=["accuracy"])
    return model, keras.Model(tokens, ops.squeeze(weights, -1))
