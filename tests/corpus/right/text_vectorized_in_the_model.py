"""The layer that vectorizes is the first of the model, so raw strings go in."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
topics = [["goal", "team"], ["vote", "law"], ["cell", "gene"]]
labels = rng.integers(0, 3, 180)
texts = tf.constant([" ".join(rng.choice(topics[k] + ["and", "of"], 6)) for k in labels])

vectorize = keras.layers.TextVectorization(max_tokens=50, output_mode="multi_hot")
vectorize.adapt(texts[:150])
inputs = keras.Input((), dtype="string")
x = vectorize(inputs)
x = keras.layers.Dense(16, activation="relu")(x)
outputs = keras.layers.Dense(3, activation="softmax")(x)
model = keras.Model(inputs, outputs)
model.compile(keras.optimizers.Adam(0.02), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(texts[:150], labels[:150], validation_data=(texts[150:], labels[150:]), epochs=8, verbose=0)
print(model.predict(tf.constant(["a law of the vote"]), verbose=0))
