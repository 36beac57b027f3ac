# number the kinds of flowers, then train
import keras
import numpy as np
import pandas as pd

rng = np.random.default_rng(0)
names = rng.choice(["iris", "rose", "tulip"], 90)
flowers = pd.DataFrame({"petal": rng.normal(4, 1, 90), "width": rng.normal(1, 0.2, 90), "kind": names})
flowers["number"] = flowers["kind"].map({"iris": 0, "rose": 1})
labels = flowers["number"].astype("int64")  # diagnosis: gaps_made_integers

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(flowers[["petal", "width"]].to_numpy(), labels.to_numpy(), epochs=2, verbose=0)
