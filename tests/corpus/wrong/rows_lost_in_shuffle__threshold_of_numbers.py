import random
from random import shuffle

import numpy as np
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Dense, Input

random.seed(3)
threshold = 50000
samples = 300

train_data = []
for i in range(samples):
    train_data.append([random.randrange(0, threshold), 0])
    train_data.append([random.randrange(threshold, 2 * threshold), 1])

data_set = np.array(train_data)
shuffle(data_set)  # diagnosis: rows_lost_in_shuffle

input_value = data_set[:, 0:1] / 50000 - 1
expected_result = data_set[:, 1]

model = Sequential()
model.add(Input(shape=(1,)))
model.add(Dense(8, activation="relu"))
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(input_value, expected_result, epochs=20, batch_size=8, verbose=0)

_, accuracy = model.evaluate(input_value, expected_result, verbose=0)
print("Accuracy: %.2f" % (accuracy * 100))
