"""'Invalid dtype: str320' when I call predict with np.array of sentences; in training I used tf.data."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(0)
sentences = np.array(["yes please do", "no thank you", "yes of course", "no way", "please yes", "no no"] * 6)
answer = np.array([1, 0, 1, 0, 1, 0] * 6)
ds = tf.data.Dataset.from_tensor_slices((sentences, answer)).shuffle(36).batch(6).prefetch(1)
words = keras.layers.TextVectorization(output_mode="tf_idf", max_tokens=30)
words.adapt(ds.map(lambda text, label: text))

inputs = keras.Input((), dtype="string")
outputs = keras.layers.Dense(1, activation="sigmoid")(words(inputs))
model = keras.Model(inputs, outputs)
model.compile(keras.optimizers.Adam(0.05), "binary_crossentropy", metrics=["accuracy"])
model.fit(ds, epochs=4, verbose=0)
print(model.predict(np.array(["yes", "no thanks"])))  # diagnosis: text_not_as_tensor
