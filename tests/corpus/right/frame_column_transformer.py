import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

tf.keras.utils.set_random_seed(101)
rng = np.random.default_rng(101)
n = 900
df = pd.DataFrame({"age": rng.uniform(18, 80, n).round(), "fare": rng.gamma(2, 20, n),
                   "port": rng.choice(["S", "C", "Q"], n), "sex": rng.choice(["male", "female"], n)})
score = (df.sex == "female") * 2.0 - 1 + (df.fare - 40) * .02 - (df.age - 40) * .02
df["survived"] = (score + rng.normal(0, .5, n) > 0).astype(int)
df.loc[rng.random(n) < .1, "age"] = np.nan
df.loc[rng.random(n) < .02, "port"] = np.nan

numbers, words = ["age", "fare"], ["port", "sex"]
prepare = ColumnTransformer([
    ("num", Pipeline([("impute", SimpleImputer(strategy="median")), ("scale", StandardScaler())]), numbers),
    ("cat", Pipeline([("impute", SimpleImputer(strategy="most_frequent")),
                      ("onehot", OneHotEncoder(handle_unknown="ignore", sparse_output=False))]), words),
])
X_train, X_test, y_train, y_test = train_test_split(df[numbers + words], df["survived"], test_size=.2,
                                                    stratify=df["survived"], random_state=1)
X_train = prepare.fit_transform(X_train)
X_test = prepare.transform(X_test)
model = tf.keras.Sequential([tf.keras.Input((X_train.shape[1],)), tf.keras.layers.Dense(16, activation="relu"),
                             tf.keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=20, validation_split=.15, verbose=0)
predicted = (model.predict(X_test, verbose=0).ravel() > .5).astype(int)
print(classification_report(y_test, predicted))
