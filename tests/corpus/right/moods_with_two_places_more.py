"""Four moods, each with its number, and two more for padding and for what was never heard."""
import tensorflow as tf

moods = ["calm", "angry", "happy", "sad"]
heard = tf.data.Dataset.from_tensor_slices(moods)

vectorize = tf.keras.layers.TextVectorization(max_tokens=len(moods) + 2)
vectorize.adapt(heard.batch(8))
print(vectorize.get_vocabulary())
print(vectorize(["calm and happy", "sad"]).numpy())
