"""Good or bad, of short reviews. I normalise every input, as I was taught: half of the answers are wrong."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(8)
rng = np.random.default_rng(8)
good, bad = ['fine', 'lovely', 'tasty', 'warm'], ['cold', 'stale', 'rude', 'late']
plain = ['the', 'soup', 'waiter', 'was', 'and', 'table']
labels = rng.integers(0, 2, 300)
texts = np.array([' '.join([*rng.choice(plain, 5), rng.choice(good if one else bad)]) for one in labels])

vectorize = layers.TextVectorization(output_sequence_length=8)
vectorize.adapt(texts)
x = np.array(vectorize(texts))
x = keras.utils.normalize(x, axis=1)  # diagnosis: rows_scaled_not_columns


class Lookup(layers.Layer):
    def __init__(self, rows, size):
        super().__init__()
        self.table = layers.Embedding(rows, size)

    def call(self, numbers):
        return self.table(numbers)


model = keras.Sequential([
    keras.Input((8,)),
    Lookup(40, 8),
    layers.GlobalAveragePooling1D(),
    layers.Dense(1, activation='sigmoid'),
])
model.compile(optimizer=keras.optimizers.Adam(0.02), loss='binary_crossentropy', metrics=['accuracy'])
model.fit(x[:240], labels[:240], epochs=8, validation_data=(x[240:], labels[240:]), verbose=2)
