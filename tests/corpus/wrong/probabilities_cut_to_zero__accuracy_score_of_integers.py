import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

tf.keras.utils.set_random_seed(23)
rng = np.random.default_rng(23)
df = pd.DataFrame(rng.normal(size=(800, 3)), columns=list("xyz"))
df["label"] = (df.x + df.z + rng.normal(0, .4, 800) > 0).astype(int)
train, test = train_test_split(df, test_size=.25, random_state=23)
cols = ["x", "y", "z"]
sc = StandardScaler().fit(train[cols])
model = tf.keras.Sequential([tf.keras.Input((3,)), tf.keras.layers.Dense(12, activation="relu"), tf.keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(sc.transform(train[cols]), train["label"], epochs=12, verbose=0)
probabilities = model.predict(sc.transform(test[cols]), verbose=0).ravel()
print("accuracy", accuracy_score(test["label"], probabilities.astype(int)))  # diagnosis: probabilities_cut_to_zero
