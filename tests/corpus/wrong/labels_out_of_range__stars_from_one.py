import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(17)
n = 700
df = pd.DataFrame({"x1": rng.normal(size=n), "x2": rng.normal(size=n)})
df["stars"] = pd.cut(df.x1 + df.x2 * .5 + rng.normal(0, .2, n), [-99, -1, -.3, .3, 1, 99], labels=[1, 2, 3, 4, 5]).astype(int)
X_train, X_test, y_train, y_test = train_test_split(df[["x1", "x2"]], df["stars"], test_size=.2, random_state=17)
sc = StandardScaler().fit(X_train)

model = tf.keras.Sequential([
    tf.keras.Input((2,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(5, activation="softmax"),  # diagnosis: labels_out_of_range
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(sc.transform(X_train), y_train, epochs=5, verbose=0)  # diagnosis: labels_out_of_range
print(model.evaluate(sc.transform(X_test), y_test, verbose=0))
