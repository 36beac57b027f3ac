"""model.predict(["great film"]) -> ValueError: Unrecognized data type, but fit accepted my texts."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(0)
texts = tf.constant(["great film", "boring film", "great fun", "boring and long", "great great", "so boring"] * 8)
labels = np.array([1, 0, 1, 0, 1, 0] * 8)
vectorize = layers.TextVectorization(output_mode="multi_hot")
vectorize.adapt(texts)

model = tf.keras.Sequential([
    tf.keras.Input((1,), dtype="string"),
    vectorize,
    layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.05), "binary_crossentropy", metrics=["accuracy"])
model.fit(tf.expand_dims(texts, 1), labels, epochs=5, verbose=0)

new = ["great actors", "a boring evening"]
print(model.predict(new))  # diagnosis: text_not_as_tensor
