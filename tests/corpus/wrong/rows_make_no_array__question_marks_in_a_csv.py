import io

import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow import keras

rng = np.random.default_rng(18)
lines = ["horsepower,weight,mpg"]
for _ in range(400):
    hp = rng.integers(50, 220)
    w = rng.integers(1800, 4800)
    lines.append(f"{'?' if rng.random() < .02 else hp},{w},{50 - w * .008 - hp * .02:.1f}")
df = pd.read_csv(io.StringIO("\n".join(lines)))

X = df[["horsepower", "weight"]]  # diagnosis: rows_make_no_array
y = df["mpg"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=.2, random_state=18)
norm = keras.layers.Normalization()
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(X_train.values, y_train.values, epochs=5, verbose=0)  # diagnosis: rows_make_no_array
print(model.evaluate(X_test.values, y_test.values, verbose=0))
