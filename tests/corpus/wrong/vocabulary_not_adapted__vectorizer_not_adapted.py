"""FAILED_PRECONDITION: Table not initialized. / every word becomes [UNK] - what table?"""
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(0)
texts = ["what a good film", "bad plot and bad acting", "good fun", "so bad i left", "a fine film", "awful awful"] * 10
labels = [1, 0, 1, 0, 1, 0] * 10

vectorize = layers.TextVectorization(max_tokens=100, output_sequence_length=6)  # diagnosis: vocabulary_not_adapted

ds = tf.data.Dataset.from_tensor_slices((texts, labels)).shuffle(60).batch(10)
ds = ds.map(lambda text, label: (vectorize(text), label), num_parallel_calls=tf.data.AUTOTUNE)  # diagnosis: vocabulary_not_adapted
ds = ds.prefetch(tf.data.AUTOTUNE)

model = tf.keras.Sequential([
    layers.Input((6,)),
    layers.Embedding(100, 8),
    layers.GlobalAveragePooling1D(),
    layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(ds, epochs=3, verbose=2)  # diagnosis: vocabulary_not_adapted
