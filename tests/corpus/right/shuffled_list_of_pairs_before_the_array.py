import random

import numpy as np
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Dense, Input

random.seed(3)
threshold = 50000
pairs = [[n, int(n >= threshold)] for n in random.sample(range(2 * threshold), 600)]
random.shuffle(pairs)
data_set = np.array(pairs)

input_value = data_set[:, 0:1] / 50000 - 1
expected_result = data_set[:, 1]

model = Sequential()
model.add(Input(shape=(1,)))
model.add(Dense(8, activation="relu"))
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(input_value[:480], expected_result[:480], epochs=20, batch_size=8, verbose=0)

_, accuracy = model.evaluate(input_value[480:], expected_result[480:], verbose=0)
print("Accuracy: %.2f" % (accuracy * 100))
