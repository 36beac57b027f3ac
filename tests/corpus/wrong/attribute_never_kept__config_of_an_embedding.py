"""Trains, then cannot be written down: 'TokensAndPlaces' object has no attribute 'vocab'."""
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(2)


class TokensAndPlaces(layers.Layer):
    def __init__(self, length, vocab, width, **kwargs):
        super().__init__(**kwargs)
        self.tokens = layers.Embedding(vocab, width)
        self.places = layers.Embedding(length, width)

    def call(self, x):
        return self.tokens(x) + self.places(ops.arange(ops.shape(x)[-1]))

    def get_config(self):
        config = super().get_config()
        config.update({"length": self.length, "vocab": self.vocab, "width": self.width})  # diagnosis: attribute_never_kept
        return config


rng = np.random.default_rng(2)
notes = rng.integers(1, 30, (300, 12))
has_rest = (notes == 3).any(axis=1).astype("float32")

inputs = keras.Input((12,), dtype="int32")
h = TokensAndPlaces(12, 30, 8)(inputs)
h = layers.GlobalMaxPooling1D()(h)
model = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(h))
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(notes, has_rest, epochs=3, batch_size=32, verbose=0)
print(len(model.to_json()))  # diagnosis: attribute_never_kept
