"""The rare class is repeated after the split, in what is learned from alone, in every fold."""
import numpy as np
import pandas as pd
from sklearn.model_selection import StratifiedKFold
from sklearn.utils import resample
from tensorflow import keras

keras.utils.set_random_seed(15)
rng = np.random.default_rng(15)
claims = pd.DataFrame(rng.normal(size=(1500, 6)), columns=list("abcdef"))
claims["fraud"] = (claims.a + claims.b + rng.normal(0, 0.3, 1500) > 2.3).astype(int)

recalls = []
for train, test in StratifiedKFold(3, shuffle=True, random_state=0).split(claims, claims.fraud):
    known, judged = claims.iloc[train], claims.iloc[test]
    honest = known[known.fraud == 0]
    frauds = resample(known[known.fraud == 1], n_samples=len(honest), random_state=1)
    part = pd.concat([honest, frauds]).sample(frac=1, random_state=2)
    model = keras.Sequential([
        keras.Input((6,)),
        keras.layers.Dense(24, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(keras.optimizers.Adam(0.005), "binary_crossentropy", metrics=[keras.metrics.Recall(name="recall")])
    model.fit(part.drop(columns="fraud").to_numpy(), part.fraud.to_numpy(), epochs=6, verbose=0)
    recalls.append(model.evaluate(judged.drop(columns="fraud").to_numpy(), judged.fraud.to_numpy(), verbose=0)[1])
print(np.mean(recalls))
