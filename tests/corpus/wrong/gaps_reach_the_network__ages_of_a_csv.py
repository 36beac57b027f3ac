import io

import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(13)
made = pd.DataFrame({"age": rng.uniform(1, 80, 500).round(), "fare": rng.gamma(2, 15, 500), "sex": rng.choice(["male", "female"], 500)})
made["survived"] = ((made.sex == "female") ^ (rng.random(500) < 0.2)).astype(int)
made.loc[rng.random(500) < 0.15, "age"] = np.nan
csv = made.to_csv(index=False)

df = pd.read_csv(io.StringIO(csv))
df["sex"] = df["sex"].map({"male": 0, "female": 1})
X = df[["age", "fare", "sex"]]  # diagnosis: gaps_reach_the_network
y = df["survived"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=13)
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)

model = tf.keras.Sequential([tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1, activation="sigmoid")])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(X_train, y_train, epochs=5, verbose=0)  # diagnosis: gaps_reach_the_network
print(history.history["loss"])
