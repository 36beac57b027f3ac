"""Topics of short texts from a multi-hot bag of words, adapted to the training texts."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)

words = {0: "goal team ball score".split(), 1: "vote party law senate".split(), 2: "chip code data cloud".split()}
topics = rng.integers(0, 3, 240)
texts = [" ".join(rng.choice(words[t] + ["today", "new", "said"], 7)) for t in topics]
bag = keras.layers.TextVectorization(max_tokens=30, output_mode="multi_hot")
bag.adapt(texts[:180])


def pairs(part):
    data = tf.data.Dataset.from_tensor_slices((texts[part], topics[part]))
    return data.map(lambda text, topic: (bag(text), topic)).cache()


train, test = pairs(slice(0, 180)), pairs(slice(180, 240))
model = keras.Sequential([
    keras.layers.Dense(16, activation="relu"), keras.layers.Dropout(0.3), keras.layers.Dense(3, activation="softmax")
])
model.compile("rmsprop", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train.shuffle(180).batch(20), epochs=8, verbose=0)
print(model.evaluate(test.batch(20), verbose=0))
