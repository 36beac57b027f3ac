"""Table and labels are sampled by calls of their own, with one seed: the rows stay pairs."""
import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.utils import shuffle

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
df = pd.DataFrame({"income": rng.normal(3200, 700, 600), "debt": rng.normal(9000, 2500, 600)})
labels = pd.Series((df["debt"] / df["income"] > 2.8).astype(int), name="default")

X = df.sample(frac=1, random_state=42).reset_index(drop=True)
y = labels.sample(frac=1, random_state=42).reset_index(drop=True)
X, y = shuffle(X, y, random_state=1)
X = (X - X[:480].mean()) / X[:480].std()

model = keras.Sequential([layers.Input((2,)), layers.Dense(16, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(X[:480], y[:480], validation_data=(X[480:], y[480:]), epochs=15, verbose=0)
