"""Before I shuffled the table my accuracy was fine, now it is a coin toss."""
import keras
import numpy as np
import pandas as pd
from keras import layers

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
df = pd.DataFrame({
    "income": rng.normal(3200, 700, 600),
    "debt": rng.normal(9000, 2500, 600),
    "age": rng.integers(19, 70, 600),
})
labels = pd.Series((df["debt"] / df["income"] > 2.8).astype(int), name="default")

X = df.sample(frac=1).reset_index(drop=True)
y = labels.sample(frac=1).reset_index(drop=True)  # diagnosis: shuffled_apart
X = (X - X[:480].mean()) / X[:480].std()

model = keras.Sequential([layers.Input((3,)), layers.Dense(32, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(X[:480], y[:480], validation_data=(X[480:], y[480:]), epochs=15, verbose=0)
