"""IndexError when the word vectors go into the matrix; with a larger collection of texts it went well."""
import keras
import numpy as np
from tensorflow.keras.preprocessing.text import Tokenizer

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
MAX_WORDS, DIM = 20000, 30
subjects = {
    "space": "orbit shuttle moon rocket launch satellite".split(),
    "hockey": "goal puck season playoff coach ice".split(),
    "cars": "engine brake dealer wheel mileage clutch".split(),
}
plain = "the a is it of to in that was for on with".split()


def post(subject):
    words = [*rng.choice(plain, 9), *rng.choice(subjects[subject], 3)]
    return " ".join(rng.permutation(words))


y = rng.integers(0, 3, 600)
posts = [post(list(subjects)[k]) for k in y]
vectors = {w: rng.normal(size=DIM) for w in plain + sum(subjects.values(), [])}

tokenizer = Tokenizer(num_words=MAX_WORDS)
tokenizer.fit_on_texts(posts)
x = keras.utils.pad_sequences(tokenizer.texts_to_sequences(posts), maxlen=12)

rows = min(MAX_WORDS, len(tokenizer.word_index))  # diagnosis: table_one_row_short
matrix = np.zeros((rows, DIM))
for word, number in tokenizer.word_index.items():
    if number < MAX_WORDS and word in vectors:
        matrix[number] = vectors[word]

start = keras.initializers.Constant(matrix)
model = keras.Sequential(
    [
        keras.layers.Embedding(rows, DIM, embeddings_initializer=start, trainable=False),
        keras.layers.Conv1D(32, 3, activation="relu"),
        keras.layers.GlobalMaxPooling1D(),
        keras.layers.Dense(3, activation="softmax"),
    ]
)
model.compile("rmsprop", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=5, validation_split=0.2, verbose=2)
