import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.preprocessing import LabelEncoder, StandardScaler

tf.keras.utils.set_random_seed(9)
rng = np.random.default_rng(9)


def frame(n, brands):
    d = pd.DataFrame({"brand": rng.choice(brands, n), "weight": rng.normal(2, 0.4, n)})
    d["sold"] = ((d.brand.isin(["acer", "dell"]) * 2.0 - 1) + d.weight - 2 + rng.normal(0, .3, n) > 0).astype(int)
    return d


train = frame(800, ["acer", "apple", "asus", "dell", "hp"])
test = frame(200, ["apple", "asus", "dell", "hp"])

train["brand"] = LabelEncoder().fit_transform(train["brand"])
test["brand"] = LabelEncoder().fit_transform(test["brand"])  # diagnosis: categories_numbered_anew

scaler = StandardScaler()
weights_train = scaler.fit_transform(train[["weight"]])
weights_test = scaler.transform(test[["weight"]])

brand_in = tf.keras.Input((1,), name="brand")
weight_in = tf.keras.Input((1,), name="weight")
e = tf.keras.layers.Flatten()(tf.keras.layers.Embedding(5, 3)(brand_in))
h = tf.keras.layers.Dense(16, activation="relu")(tf.keras.layers.Concatenate()([e, weight_in]))
out = tf.keras.layers.Dense(1, activation="sigmoid")(h)
model = tf.keras.Model([brand_in, weight_in], out)
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit([train[["brand"]].values, weights_train], train["sold"].values, epochs=15, verbose=0)
print(model.evaluate([test[["brand"]].values, weights_test], test["sold"].values, verbose=0))
