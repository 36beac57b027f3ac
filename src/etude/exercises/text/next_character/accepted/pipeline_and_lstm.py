"""Windows by tf.data, an LSTM in a functional model, and draws by TensorFlow."""

import csv

import keras
import tensorflow as tf

LENGTH = 20

keras.utils.set_random_seed(2)

with open("data/udhr/udhr.csv", encoding="utf-8") as lines:
    rows = [row["text"] for row in csv.DictReader(lines) if row["language"] == "English"]
text = " ".join(rows).lower()[:5000]
characters = sorted(set(text))
numbers = [characters.index(character) for character in text]


def windows(numbers, length):
    pieces = tf.data.Dataset.from_tensor_slices(numbers).window(
        length + 1, shift=length, drop_remainder=True
    )
    pieces = pieces.flat_map(lambda piece: piece.batch(length + 1))
    rows = tf.stack(list(pieces))
    return rows[:, :-1], rows[:, 1:]


def build(size):
    tokens = keras.Input(shape=(None,))
    x = keras.layers.Embedding(size, 24)(tokens)
    x = keras.layers.LSTM(48, return_sequences=True)(x)
    model = keras.Model(tokens, keras.layers.Dense(size)(x))
    model.compile(
        keras.optimizers.Adam(0.02), keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    )
    return model


def draw(logits, temperature):
    scaled = tf.reshape(tf.cast(logits, "float32"), (1, -1)) / temperature
    return tf.random.categorical(scaled, num_samples=1)[0, 0]


def generate(model, start, steps, temperature):
    row = [int(number) for number in start]
    while steps > 0:
        answer = model(tf.constant([row]))
        row.append(int(draw(answer[0, -1], temperature)))
        steps -= 1
    return row


inputs, targets = windows(numbers, LENGTH)
model = build(len(characters))
data = tf.data.Dataset.from_tensor_slices((inputs, targets)).shuffle(1000).batch(32).prefetch(1)
model.fit(data, epochs=8, verbose=0)
print("".join(characters[number] for number in generate(model, numbers[:8], 12, 0.5)))
