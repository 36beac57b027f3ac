"""I ask about one film and get more than seventy predictions, all the same."""
import pickle
import numpy as np
import keras
from keras import layers
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences

keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
genres = ["comedy", "drama", "horror"]
people = [[f"{g}actor{i}" for i in range(20)] for g in genres]
extras = [f"extra{i}" for i in range(80)]


def credits(g):
    cast = rng.choice(people[g], 3).tolist() + rng.choice(extras, 4).tolist()
    rng.shuffle(cast)
    return "author " + cast[0] + " featuring " + " ".join(cast[1:])


y = rng.integers(0, 3, 1200)
texts = [credits(g) for g in y]
max_length = 12
tokenizer = Tokenizer()
tokenizer.fit_on_texts(texts)
x = pad_sequences(tokenizer.texts_to_sequences(texts), maxlen=max_length)
stored = pickle.dumps(tokenizer)

cnn = keras.Sequential(
    [
        layers.Input((max_length,)),
        layers.Embedding(len(tokenizer.word_index) + 1, 32),
        layers.Conv1D(64, 3, activation="relu"),
        layers.GlobalMaxPooling1D(),
        layers.Dense(3, activation="softmax"),
    ]
)
cnn.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
cnn.fit(x, y, epochs=4, batch_size=32, validation_split=0.1, verbose=2)


def preprocess_instance(text):
    return text.lower().replace("=", " ").replace(",", " ")


tokenizer = pickle.loads(stored)
text_input = "author=comedyactor3 featuring comedyactor7, extra5, comedyactor11, extra9"
preprocessed_input = preprocess_instance(text_input)
sequence = tokenizer.texts_to_sequences(preprocessed_input)  # diagnosis: letters_taken_for_texts
predict_instance = pad_sequences(sequence, maxlen=max_length)
res = cnn.predict(predict_instance, verbose=0)
print(res.argmax(axis=-1))
print(genres[res.argmax(axis=-1)[0]], "expected comedy")
