"""Attention, residuals and layer normalisation on short token sequences with a padding mask."""
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
labels = rng.integers(0, 2, 240)
rows = [rng.integers(1 + 8 * k, 15 + 8 * k, rng.integers(4, 10)) for k in labels]
x = keras.utils.pad_sequences(rows, maxlen=10, padding="post")


class Positions(layers.Layer):
    def __init__(self, length, width, **options):
        super().__init__(**options)
        self.table = layers.Embedding(length, width)
        self.supports_masking = True

    def call(self, inputs):
        return inputs + self.table(ops.arange(ops.shape(inputs)[1]))


inputs = keras.Input((10,), dtype="int32")
h = layers.Embedding(24, 16, mask_zero=True)(inputs)
h = Positions(10, 16)(h)
attended = layers.MultiHeadAttention(2, 8)(h, h)
h = layers.LayerNormalization()(layers.Add()([h, attended]))
forward = layers.Dense(16)(layers.Dense(32, activation="relu")(h))
h = layers.LayerNormalization()(layers.Add()([h, forward]))
h = layers.GlobalAveragePooling1D()(h)
model = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(h))
model.compile(keras.optimizers.Adam(0.005), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:200], labels[:200], validation_data=(x[200:], labels[200:]), epochs=4, verbose=0)
