"""The same sentence gets another score when I pad it to a longer length. Transformer encoder."""
import numpy as np
import keras
from keras import layers

keras.utils.set_random_seed(10)
rng = np.random.default_rng(10)
x = np.zeros((300, 24), "int32")
y = np.zeros(300, "int32")
for i in range(300):
    n = rng.integers(3, 9)
    x[i, :n] = rng.integers(2, 40, n)
    y[i] = int((x[i] == 5).any() or (x[i] == 6).any() or (x[i] == 11).any())

inputs = keras.Input((24,), dtype="int32")
h = layers.Embedding(40, 16)(inputs) + layers.Embedding(24, 16)(np.arange(24))  # diagnosis: padding_attended_to
h = layers.LayerNormalization()(h + layers.MultiHeadAttention(2, 8)(h, h))  # diagnosis: padding_attended_to
h = layers.GlobalAveragePooling1D()(h)  # diagnosis: padding_attended_to
model = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(h))
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:240], y[:240], validation_data=(x[240:], y[240:]), epochs=4, verbose=2)
