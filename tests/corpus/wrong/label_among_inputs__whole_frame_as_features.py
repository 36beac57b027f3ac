import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split

tf.keras.utils.set_random_seed(3)
rng = np.random.default_rng(33)
df = pd.DataFrame(rng.normal(size=(700, 4)), columns=["a", "b", "c", "d"])
df["spam"] = (df.a + df.b * df.c + rng.normal(0, 1, 700) > .4).astype(int)
y = df["spam"].values
X = df.values  # diagnosis: label_among_inputs
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=.2, stratify=y, random_state=0)  # diagnosis: label_among_inputs
model = tf.keras.Sequential([tf.keras.Input((X.shape[1],)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=15, validation_data=(X_test, y_test), verbose=0)
print(model.evaluate(X_test, y_test, verbose=0))
