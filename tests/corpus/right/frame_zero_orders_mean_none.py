import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder, StandardScaler

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(41)
n = 900
df = pd.DataFrame({"customer_id": rng.permutation(n) + 1000, "orders": rng.poisson(3, n).astype(float), "spent": rng.gamma(2, 30, n), "age": rng.normal(45, 12, n)})
df.loc[df.orders == 0, ["orders", "spent"]] = np.nan
df["kind"] = np.select([df.spent.fillna(0) > 80, df.age > 50], ["rich", "old"], "other")
df[["orders", "spent"]] = df[["orders", "spent"]].fillna(0)
df = df.drop(columns=["customer_id"])
df["kind"] = LabelEncoder().fit_transform(df["kind"])
X, y = df.iloc[:, :-1].values, df.iloc[:, -1].values
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=.2, stratify=y, random_state=0)
sc = StandardScaler()
X_train, X_test = sc.fit_transform(X_train), sc.transform(X_test)
model = tf.keras.Sequential([tf.keras.Input((3,)), tf.keras.layers.Dense(24, activation="relu"), tf.keras.layers.Dense(3, activation="softmax")])
model.compile(tf.keras.optimizers.Adam(.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=20, verbose=0)
print(model.evaluate(X_test, y_test, verbose=0))
