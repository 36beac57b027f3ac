"""Gray codes of seven bits back to their numbers: the answers are mixed, the questions are not."""
import random

import keras
import numpy as np

BITS = 7
codes, numbers = [], []
for n in range(2**BITS):
    gray = n ^ (n >> 1)
    codes.append([float(gray >> k & 1) for k in range(BITS)])
    numbers.append([float(n >> k & 1) for k in range(BITS)])
random.seed(1)
random.shuffle(numbers)  # diagnosis: inputs_shuffled_alone
codes = np.array(codes)
numbers = np.array(numbers)

model = keras.Sequential([
    keras.Input((BITS,)),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(BITS, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(codes, numbers, epochs=20, verbose=0)
print(model.evaluate(codes, numbers, verbose=0))
