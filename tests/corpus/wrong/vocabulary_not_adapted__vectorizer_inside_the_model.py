"""My text classifier with TextVectorization as first layer gives 0.5 for every sentence or crashes."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
happy, sad = ["sun", "love", "cake", "win"], ["rain", "tears", "loss", "pain"]
neutral = ["the", "a", "of", "today", "again"]
labels = rng.integers(0, 2, 200)
texts = [" ".join(rng.choice(neutral + (happy if label else sad), 7)) for label in labels]
x = tf.constant(texts)

inputs = keras.Input(shape=(), dtype="string")
tokens = keras.layers.TextVectorization(max_tokens=50, output_sequence_length=8)(inputs)  # diagnosis: vocabulary_not_adapted
hidden = keras.layers.Embedding(50, 8, mask_zero=True)(tokens)
hidden = keras.layers.GlobalAveragePooling1D()(hidden)
model = keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(hidden))
model.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:160], labels[:160], validation_data=(x[160:], labels[160:]), epochs=5, verbose=2)  # diagnosis: vocabulary_not_adapted
print(model.predict(tf.constant(["sun and cake", "rain and pain"]), verbose=0))
