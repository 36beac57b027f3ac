"""padded_batch: The padded shape (6,) is not compatible with the shape"""
import tensorflow as tf

sentences = tf.ragged.constant([[3, 1, 4], [1, 5, 9, 2, 6, 5, 3, 5], [8, 9, 7], [9, 3, 2, 3, 8, 4, 6]])
labels = [0, 1, 0, 1]
data = tf.data.Dataset.from_tensor_slices((sentences, labels)).map(lambda s, y: (tf.ensure_shape(s, (None,)), y))
data = data.padded_batch(2, padded_shapes=([6], []))

model = tf.keras.Sequential([
    tf.keras.layers.Embedding(10, 4, mask_zero=True),
    tf.keras.layers.GlobalAveragePooling1D(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy")
model.fit(data, epochs=2, verbose=0)  # diagnosis: stage_refuses_elements
