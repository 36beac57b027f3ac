"""Letters predict the next letter; the target is the input moved by one."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
text = "one two three four five six seven eight nine ten. " * 40
letters = sorted(set(text))
lookup = tf.keras.layers.StringLookup(vocabulary=letters, mask_token=None)
codes = lookup(tf.strings.unicode_split(text, "UTF-8"))
LENGTH = 24


def shifted(chunk):
    return chunk[:-1], chunk[1:]


chunks = tf.data.Dataset.from_tensor_slices(codes).batch(LENGTH + 1, drop_remainder=True)
train = chunks.take(60).map(shifted).shuffle(60).batch(12, drop_remainder=True).prefetch(tf.data.AUTOTUNE)
val = chunks.skip(60).map(shifted).batch(12).prefetch(tf.data.AUTOTUNE)

model = tf.keras.Sequential([
    tf.keras.layers.Embedding(lookup.vocabulary_size(), 16),
    tf.keras.layers.GRU(32, return_sequences=True),
    tf.keras.layers.Dense(lookup.vocabulary_size()),
])
model.compile(
    tf.keras.optimizers.Adam(0.02),
    tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
model.fit(train, validation_data=val, epochs=6, verbose=0)
start = codes[None, :10]
print("".join(letters[max(0, int(k) - 1)] for k in model.predict(start, verbose=0)[0].argmax(-1)))
