"""Questions are stripped of punctuation, answers keep the brackets of their markers by a function of their own."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
NUMBERS = {"one": "eins", "two": "zwei", "three": "drei", "four": "vier", "five": "fuenf"}

pairs = []
for _ in range(400):
    asked = [str(word) for word in rng.choice(list(NUMBERS), 3)]
    answer = " ".join(NUMBERS[word] for word in asked)
    pairs.append((" ".join(asked) + "?", "[start] " + answer + "! [end]"))
train, held_back = pairs[:320], pairs[320:]


def without_marks(text):
    return tf.strings.regex_replace(tf.strings.lower(text), "[!?.,]", "")


read = layers.TextVectorization(max_tokens=50, output_sequence_length=3)
write = layers.TextVectorization(max_tokens=50, output_sequence_length=6, standardize=without_marks)
read.adapt([pair[0] for pair in train])
write.adapt([pair[1] for pair in train])


def arrays(some):
    questions, answers = zip(*some)
    written = write(list(answers))
    return [read(list(questions)).numpy(), written[:, :-1].numpy()], written[:, 1:].numpy()


asked = keras.Input((3,), dtype="int64")
so_far = keras.Input((None,), dtype="int64")
state = layers.Dense(48, activation="tanh")(layers.Flatten()(layers.Embedding(50, 16)(asked)))
steps = layers.GRU(48, return_sequences=True)(layers.Embedding(50, 16)(so_far), initial_state=state)
model = keras.Model([asked, so_far], layers.Dense(50, activation="softmax")(steps))
model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(*arrays(train), validation_data=arrays(held_back), batch_size=32, epochs=8, verbose=2)

words = write.get_vocabulary()
said = "[start]"
for place in range(5):
    chances = model([read([held_back[0][0]]), write([said])[:, :-1]])
    word = words[int(np.argmax(chances[0, place]))]
    if word == "[end]":
        break
    said += " " + word
print(held_back[0], said)
