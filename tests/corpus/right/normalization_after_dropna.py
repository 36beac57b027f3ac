"""Rows with a gap are left out; a first look at the whole table is thrown away."""
import numpy as np
import pandas as pd
import tensorflow as tf

tf.keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
wells = pd.DataFrame({"depth": rng.uniform(20, 400, 300), "chloride": rng.gamma(2.0, 30.0, 300)})
wells["hardness"] = 0.02 * wells["depth"] + 0.1 * wells["chloride"] + rng.normal(0, 0.3, 300)
wells.loc[[90, 170, 231], "chloride"] = np.nan
train = wells.sample(frac=0.8, random_state=1)

normalizer = tf.keras.layers.Normalization(axis=-1)
normalizer.adapt(train[["depth", "chloride"]].to_numpy())
print(np.isnan(normalizer.mean).sum(), "columns with gaps")
train = train.dropna()
normalizer.adapt(train[["depth", "chloride"]].to_numpy())

model = tf.keras.Sequential([normalizer, tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)])
model.compile(optimizer=tf.keras.optimizers.Adam(0.05), loss="mse")
model.fit(train[["depth", "chloride"]].to_numpy(), train["hardness"].to_numpy(), epochs=15, verbose=0)
