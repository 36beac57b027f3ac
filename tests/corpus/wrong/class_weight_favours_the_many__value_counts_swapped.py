import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

tf.keras.utils.set_random_seed(16)
rng = np.random.default_rng(16)
n = 1500
df = pd.DataFrame({"a": rng.normal(size=n), "b": rng.normal(size=n), "c": rng.normal(size=n)})
df["defect"] = (df.a + df.b + rng.normal(0, .7, n) > 2.1).astype(int)
X_train, X_test, y_train, y_test = train_test_split(df[["a", "b", "c"]], df.defect, stratify=df.defect, test_size=.25, random_state=1)
sc = StandardScaler()
X_train = sc.fit_transform(X_train)
X_test = sc.transform(X_test)

counts = y_train.value_counts()
weights = {0: len(y_train) / (2 * counts[1]), 1: len(y_train) / (2 * counts[0])}  # diagnosis: class_weight_favours_the_many
model = tf.keras.Sequential([tf.keras.Input((3,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=10, class_weight=weights, verbose=0)
pred = (model.predict(X_test, verbose=0) > 0.5).astype(int).ravel()
print(classification_report(y_test, pred, zero_division=0))
