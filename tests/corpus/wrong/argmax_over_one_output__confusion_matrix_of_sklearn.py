import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.metrics import accuracy_score, confusion_matrix
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

tf.keras.utils.set_random_seed(22)
rng = np.random.default_rng(22)
df = pd.DataFrame(rng.normal(size=(800, 4)), columns=list("abcd"))
df["target"] = (df.a - df.b + rng.normal(0, .4, 800) > 0).astype(int)
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="target"), df.target, stratify=df.target, test_size=.2, random_state=3)
sc = StandardScaler()
X_train, X_test = sc.fit_transform(X_train), sc.transform(X_test)
model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=12, verbose=0)
y_pred = np.argmax(model.predict(X_test, verbose=0), axis=1)  # diagnosis: argmax_over_one_output
print(confusion_matrix(y_test, y_pred))
print(accuracy_score(y_test, y_pred))
