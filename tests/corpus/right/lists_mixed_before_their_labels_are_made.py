"""Gray codes of seven bits back to their numbers; they are mixed first, and the answers follow them."""
import random

import keras
import numpy as np

BITS = 7
numbers = [[float(n >> k & 1) for k in range(BITS)] for n in range(2**BITS)]
random.seed(1)
random.shuffle(numbers)
codes = []
for bits in numbers:
    codes.append([abs(bits[k] - bits[k + 1]) for k in range(BITS - 1)] + bits[-1:])
codes = np.array(codes)
numbers = np.array(numbers)

model = keras.Sequential([
    keras.Input((BITS,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(BITS, activation="sigmoid"),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy")
model.fit(codes, numbers, epochs=60, verbose=0)
print(model.evaluate(codes, numbers, verbose=0))
