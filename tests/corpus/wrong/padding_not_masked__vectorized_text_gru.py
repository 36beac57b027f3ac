"""Short texts are classified at chance, long ones are fine. TextVectorization + GRU."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
subjects = {0: ["goal", "match", "coach", "score"], 1: ["vote", "party", "law", "senate"]}
kinds = rng.integers(0, 2, 240)
texts = [" ".join(rng.choice(subjects[kind] + ["the", "new"], rng.integers(2, 6))) for kind in kinds]

vectorizer = layers.TextVectorization(max_tokens=200, output_sequence_length=40)
vectorizer.adapt(texts[:200])


def dataset(start, stop, shuffle):
    ds = tf.data.Dataset.from_tensor_slices((texts[start:stop], kinds[start:stop]))
    ds = ds.shuffle(stop - start) if shuffle else ds
    return ds.batch(20).map(lambda t, k: (vectorizer(t), k), tf.data.AUTOTUNE).prefetch(tf.data.AUTOTUNE)


inputs = keras.Input((None,), dtype="int64")
x = layers.Embedding(vectorizer.vocabulary_size(), 8)(inputs)  # diagnosis: padding_not_masked
x = layers.GRU(8)(x)
outputs = layers.Dense(1, activation="sigmoid")(x)
model = keras.Model(inputs, outputs)
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(dataset(0, 200, True), validation_data=dataset(200, 240, False), epochs=3, verbose=2)
