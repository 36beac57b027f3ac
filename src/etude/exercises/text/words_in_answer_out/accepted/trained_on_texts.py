"""Trains the whole model on texts."""

import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(2)

TEXTS = [
    *("A good film.", "What a great plot!", "So good", "great actors", "I loved it", "lovely film"),
    *("A bad film.", "What an awful plot!", "So bad", "awful actors", "I hated it", "dull film"),
] * 4
LABELS = np.array(([1] * 6 + [0] * 6) * 4)

vectorize = keras.layers.TextVectorization(max_tokens=100, output_sequence_length=8)
vectorize.adapt(TEXTS)

whole = keras.Sequential(
    [
        keras.Input((), dtype="string"),
        vectorize,
        keras.layers.Embedding(100, 8),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
whole.compile(optimizer=keras.optimizers.Adam(0.05), loss="binary_crossentropy")
whole.fit(tf.constant(TEXTS), LABELS, epochs=20, verbose=0)
whole.save("sentences.keras")
whole.export("served", format="tf_saved_model", verbose=False)
