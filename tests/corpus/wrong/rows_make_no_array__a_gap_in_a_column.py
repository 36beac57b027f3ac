"""A table with a gap in one column, cut from a DataFrame with .values: inputs and labels are arrays of objects."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(2)
rows = []
for _ in range(500):
    age = float(rng.integers(18, 80))
    income = rng.normal(3.0, 1.0)
    years = None if rng.random() < 0.05 else float(rng.integers(0, 40))
    rows.append([age / 80, income, years, float(rng.integers(0, 2))])
table = np.array(rows, dtype=object)
X = table[:, :3]
y = table[:, 3]

model = tf.keras.Sequential()
model.add(tf.keras.layers.Dense(32, activation='relu', input_shape=(X.shape[1],)))
model.add(tf.keras.layers.Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=5)  # diagnosis: rows_make_no_array
