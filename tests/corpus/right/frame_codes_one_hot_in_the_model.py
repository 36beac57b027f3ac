import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder

tf.keras.utils.set_random_seed(4)
rng = np.random.default_rng(44)
n = 800
df = pd.DataFrame({"day": rng.choice(["mon", "tue", "wed", "thu", "fri"], n), "x": rng.normal(size=n)})
df["y"] = df.x + (df.day == "fri") * 2.0 + rng.normal(0, .2, n)
le = LabelEncoder()
df["day"] = le.fit_transform(df["day"])
train, test = train_test_split(df, test_size=.2, random_state=0)
day = tf.keras.Input((1,), dtype="int32")
x = tf.keras.Input((1,))
hot = tf.keras.layers.CategoryEncoding(num_tokens=len(le.classes_), output_mode="one_hot")(day)
h = tf.keras.layers.Dense(16, activation="relu")(tf.keras.layers.Concatenate()([hot, x]))
model = tf.keras.Model([day, x], tf.keras.layers.Dense(1)(h))
model.compile(tf.keras.optimizers.Adam(.01), "mse", metrics=["mae"])
model.fit([train[["day"]].values, train[["x"]].values], train["y"].values, epochs=20, verbose=0)
print(model.evaluate([test[["day"]].values, test[["x"]].values], test["y"].values, verbose=0))
