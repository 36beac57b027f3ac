"""Four moods, four words, max_tokens=4: two of them come out as 1, like any word that it never heard of."""
import tensorflow as tf

moods = ["calm", "angry", "happy", "sad"]
heard = tf.data.Dataset.from_tensor_slices(moods)

vectorize = tf.keras.layers.TextVectorization(max_tokens=4)  # diagnosis: most_words_unknown
vectorize.adapt(heard.batch(8))
print(vectorize.get_vocabulary())
print(vectorize(["calm and happy", "sad"]).numpy())
