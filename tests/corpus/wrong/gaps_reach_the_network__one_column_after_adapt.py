"""Why is the second column nan after Normalization? The first rows that I looked at have no nan at all."""
import numpy as np
import pandas as pd
from tensorflow.keras.layers import Normalization

rng = np.random.default_rng(21)
wells = pd.DataFrame({
    "depth": rng.uniform(20, 400, 300),
    "chloride": rng.gamma(2.0, 30.0, 300),
    "iron": rng.exponential(0.4, 300),
})
wells.loc[[90, 170, 231], "chloride"] = np.nan  # the probe was broken
train = wells.sample(frac=0.8, random_state=1)

normalizer = Normalization(axis=-1)
normalizer.adapt(train.to_numpy())  # diagnosis: gaps_reach_the_network
print(train.head(3))
print(normalizer(train.to_numpy()[:3]))
