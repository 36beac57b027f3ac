import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Input, Dense, LSTM, RepeatVector

nums = np.array([2, 3, 4, 6, 7, 8, 9, 10, 11, 12], dtype="float32").reshape(-1, 1)
cap = 100
rows = []
for base in nums[:, 0]:
    row = [base]
    while row[-1] < cap:
        row.append(row[-1] * 2)
    rows.append(row)
longest = max(len(r) for r in rows) + 1
targets = np.array([r + [-1] * (longest - len(r)) for r in rows], dtype="float32")

model = Sequential()
model.add(Input(shape=(1,)))
model.add(Dense(32, activation="relu"))
model.add(RepeatVector(longest))
model.add(LSTM(longest, return_sequences=True))
model.add(Dense(1))
model.compile(optimizer="adam", loss="mse")
model.fit(nums, targets[..., None], epochs=5)
