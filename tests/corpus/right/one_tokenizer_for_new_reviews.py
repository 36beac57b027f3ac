import numpy as np
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, GRU, Dense

good = ["great movie", "i loved it", "wonderful acting and story", "really good film", "great fun"]
bad = ["worst movie ever", "i hated it", "terrible acting and story", "really bad film", "boring and long"]
x_train_text = (good + bad) * 20
y_train = np.array(([1] * 5 + [0] * 5) * 20)

num_words = 1000
max_tokens = 12
tokenizer = Tokenizer(num_words=num_words)
tokenizer.fit_on_texts(x_train_text)
x_train_tokens = tokenizer.texts_to_sequences(x_train_text)
x_train_pad = pad_sequences(x_train_tokens, maxlen=max_tokens, padding="pre", truncating="pre")

model = Sequential()
model.add(Embedding(input_dim=num_words, output_dim=8))
model.add(GRU(16))
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x_train_pad, y_train, epochs=5, batch_size=16, verbose=0)

text = ["Great movie!", "Worst movie ever!"]
tokens = tokenizer.texts_to_sequences(text)
tokens_pad = pad_sequences(tokens, maxlen=max_tokens, padding="pre", truncating="pre")

print(model.predict(tokens_pad))
