"""I one-hot encoded the plan and label encoded the town. The classes are one-hot too."""
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder, StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(17)
rng = np.random.default_rng(17)
n = 1000
towns = ["Aarhus", "Basel", "Cadiz", "Delft", "Evora", "Fulda", "Ghent", "Hamar"]
df = pd.DataFrame({"town": rng.choice(towns, n), "plan": rng.choice(["basic", "plus", "family"], n), "minutes": rng.gamma(4, 60, n)})
level = df.town.map(dict(zip(towns, [2, -3, 1, -2, 3, -1, 2, -3]))) + (df.minutes - 240) / 120
df["segment"] = pd.cut(level + rng.normal(0, 0.4, n), [-99, -1, 1, 99], labels=["low", "mid", "high"])

le = LabelEncoder()
df["town"] = le.fit_transform(df["town"])  # diagnosis: category_numbered_not_encoded
df = pd.get_dummies(df, columns=["plan"])
y = keras.utils.to_categorical(df["segment"].cat.codes, 3)
X = df.drop(columns="segment").astype("float32")
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)

model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(24, activation="relu"), keras.layers.Dense(3, activation="softmax")])
model.compile(keras.optimizers.Adam(0.01), "categorical_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=20, verbose=0)
print(model.evaluate(X_test, y_test, verbose=0))
