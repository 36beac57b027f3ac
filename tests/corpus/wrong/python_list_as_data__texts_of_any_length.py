import numpy as np
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, LSTM, Dense

texts = ["profits rise at the bank", "the team wins the cup final", "shares fall after report", "coach praises young striker"] * 20
labels = np.array([0, 1, 0, 1] * 20)
tk = Tokenizer(num_words=2000)
tk.fit_on_texts(texts)
x = pad_sequences(tk.texts_to_sequences(texts), maxlen=8)

model = Sequential([Embedding(2000, 16), LSTM(16), Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x, labels, epochs=3, verbose=0)

text = np.array(["this is just some random text about the bank", "the cup"])
pred = tk.texts_to_sequences(text)
print(model.predict(pred))  # diagnosis: python_list_as_data
