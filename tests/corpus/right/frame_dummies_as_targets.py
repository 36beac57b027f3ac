import numpy as np
import pandas as pd
from sklearn.metrics import accuracy_score, confusion_matrix
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import RobustScaler
from tensorflow import keras

keras.utils.set_random_seed(114)
rng = np.random.default_rng(114)
n = 900
df = pd.DataFrame({"ph": rng.normal(7, 1, n), "rain": rng.gamma(3, 30, n), "soil": rng.choice(["clay", "sand", "loam"], n)})
df["crop"] = np.select([df.ph + rng.normal(0, .3, n) > 7.5, df.rain > 90], ["rice", "maize"], "wheat")
df = df.join(pd.get_dummies(df.pop("soil"), prefix="soil", dtype=float))
target = pd.get_dummies(df.pop("crop"), dtype="float32")
X_train, X_test, y_train, y_test = train_test_split(df, target, test_size=.2, random_state=0, stratify=target.to_numpy().argmax(1))
numeric = ["ph", "rain"]
scaler = RobustScaler().fit(X_train[numeric])
X_train, X_test = X_train.copy(), X_test.copy()
X_train[numeric] = scaler.transform(X_train[numeric])
X_test[numeric] = scaler.transform(X_test[numeric])
model = keras.Sequential([keras.Input((X_train.shape[1],)), keras.layers.Dense(24, activation="relu"), keras.layers.Dense(target.shape[1], activation="softmax")])
model.compile(keras.optimizers.Adam(.01), "categorical_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=20, verbose=0)
pred = model.predict(X_test, verbose=0).argmax(axis=1)
true = y_test.values.argmax(axis=1)
print(accuracy_score(true, pred))
print(confusion_matrix(true, pred))
