"""After loading the model, "what a wonderful film" is negative. During training it was fine."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
good = ["wonderful", "great", "moving", "brilliant", "charming"]
bad = ["boring", "awful", "flat", "stupid", "tedious"]
rest = ["film", "the", "a", "plot", "actor", "scene", "what", "story", "it", "was"]
labels = rng.integers(0, 2, 400)
texts = [" ".join([*rng.choice(rest, 5), *rng.choice(good if y else bad, 2)]) for y in labels]

vectorize = layers.TextVectorization(max_tokens=100, output_sequence_length=8)
vectorize.adapt(texts[:320])
x = vectorize(tf.constant(texts))
model = keras.Sequential([
    layers.Input((8,)), layers.Embedding(100, 8), layers.GlobalAveragePooling1D(), layers.Dense(1, activation="sigmoid")
])
model.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:320], labels[:320], validation_data=(x[320:], labels[320:]), epochs=8, verbose=0)
model.save("reviews.keras")

loaded = keras.models.load_model("reviews.keras")
new_texts = ["what a wonderful film", "the plot was awful and tedious"]
vectorizer = layers.TextVectorization(max_tokens=100, output_sequence_length=8)
vectorizer.adapt(new_texts)  # diagnosis: vocabulary_made_anew
print(loaded.predict(vectorizer(tf.constant(new_texts)), verbose=0))
