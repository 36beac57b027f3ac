"""Six possible scores of a document, one-hot; fit stops with a message about shapes."""
import random
import numpy as np
from tensorflow import keras
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, LSTM, Dense, Activation, Dropout
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing import sequence

random.seed(0)
keras.utils.set_random_seed(0)
nb_classes = 6
max_features = 400
maxlen = 25
level_words = [["w%d_%d" % (c, k) for k in range(12)] for c in range(nb_classes)]
other = ["other%d" % k for k in range(150)]


def read_documents(n):
    docs, scores = [], []
    for _ in range(n):
        c = random.randrange(nb_classes)
        words = [random.choice(level_words[c]) if random.random() < 0.4 else random.choice(other) for _ in range(random.randint(12, 25))]
        docs.append(" ".join(words))
        scores.append(c)
    return docs, scores


train_docs, train_number = read_documents(1500)
test_docs, test_number = read_documents(300)

tk = Tokenizer(num_words=max_features, filters="")
tk.fit_on_texts(train_docs)
X_train = sequence.pad_sequences(tk.texts_to_sequences(train_docs), maxlen=maxlen)
X_test = sequence.pad_sequences(tk.texts_to_sequences(test_docs), maxlen=maxlen)
Y_train = keras.utils.to_categorical(train_number, nb_classes)
Y_test = keras.utils.to_categorical(test_number, nb_classes)

model = Sequential()
model.add(Embedding(max_features, 64))
model.add(LSTM(64))
model.add(Dropout(0.5))
model.add(Dense(1))  # diagnosis: one_hot_depth_differs
model.add(Activation("sigmoid"))

model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(X_train, Y_train, batch_size=32, epochs=4, validation_data=(X_test, Y_test))
score, acc = model.evaluate(X_test, Y_test, batch_size=32)
print("Test accuracy:", acc)
