import os
import tempfile

import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(15)
rng = np.random.default_rng(15)
made = pd.DataFrame({"glucose": rng.normal(120, 25, 700), "bmi": rng.normal(30, 5, 700)})
made["outcome"] = (((made.glucose - 120) / 25 + (made.bmi - 30) / 8 + rng.normal(0, .6, 700)) > 0.3).astype(int)
made = made.sort_values("outcome").reset_index(drop=True)
path = os.path.join(tempfile.mkdtemp(), "diabetes.csv")
made.to_csv(path)

df = pd.read_csv(path)
X = df.drop(columns=["outcome"])  # diagnosis: row_number_as_feature
y = df["outcome"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=15)
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)

model = keras.Sequential([keras.Input((X_train.shape[1],)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=15, verbose=0)
print(model.evaluate(X_test, y_test, verbose=0))
