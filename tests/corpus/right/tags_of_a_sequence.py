"""Six tags for every sequence; an LSTM behind the repeated state tells the steps apart."""
import numpy as np
from keras.layers import LSTM, Activation, Dense, Dropout, Masking, RepeatVector, TimeDistributed
from keras.models import Sequential

np.random.seed(13)
SAMPLES, STEPS, FEATURES, TAGS = 480, 40, 16, 4

glyphs = np.random.rand(8, FEATURES).astype("float32")
x_train = np.zeros((SAMPLES, STEPS, FEATURES), dtype="float32")
y_train = np.zeros((SAMPLES, 6, TAGS), dtype="float32")
for row in range(SAMPLES):
    length = np.random.randint(20, STEPS + 1)
    chars = np.random.randint(0, 8, size=length)
    x_train[row, :length] = glyphs[chars]
    for t in range(6):
        y_train[row, t, (chars[length - 1] + t) % TAGS] = 1

model = Sequential()
model.add(Masking(input_shape=(STEPS, FEATURES)))
model.add(LSTM(32))
model.add(Dropout(0.2))
model.add(RepeatVector(y_train.shape[1]))
model.add(LSTM(32, return_sequences=True))
model.add(TimeDistributed(Dense(TAGS)))
model.add(Activation("softmax"))
model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x_train, y_train, epochs=25, batch_size=32, verbose=2)
