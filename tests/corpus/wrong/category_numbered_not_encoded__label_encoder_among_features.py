import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder
from tensorflow import keras

keras.utils.set_random_seed(8)
rng = np.random.default_rng(8)
n = 1000
cities = np.array(["Lyon", "Paris", "Nantes", "Lille", "Brest", "Nice", "Tours", "Dijon", "Metz", "Caen",
                   "Toulon", "Reims", "Angers", "Nancy", "Pau", "Rennes"])
df = pd.DataFrame({"city": rng.choice(cities, n), "age": rng.uniform(18, 80, n).round(), "visits": rng.integers(0, 20, n)})
effect = dict(zip(cities, rng.normal(0, 2, len(cities))))
df["churn"] = ((df["city"].map(effect) + (df["visits"] - 10) * 0.1 + rng.normal(0, 0.5, n)) > 0).astype(int)

df["city"] = LabelEncoder().fit_transform(df["city"])  # diagnosis: category_numbered_not_encoded
X = df[["city", "age", "visits"]].to_numpy(dtype="float32")
y = df["churn"].to_numpy()
X_tr, X_te, y_tr, y_te = train_test_split(X, y, test_size=0.2, stratify=y, random_state=8)
mean, std = X_tr.mean(axis=0), X_tr.std(axis=0)
X_tr = (X_tr - mean) / std
X_te = (X_te - mean) / std

model = keras.Sequential([
    keras.Input((3,)),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(X_tr, y_tr, epochs=20, verbose=0)
print("accuracy", model.evaluate(X_te, y_te, verbose=0)[1])
