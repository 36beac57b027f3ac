import numpy as np
import pandas as pd
import tensorflow as tf

rng = np.random.default_rng(2)
volume = rng.poisson(3, 600).astype(float)
price = 50 + np.cumsum(rng.normal(0, 0.5, 600))
df = pd.DataFrame({"price": price, "volume": volume})
df["price_change"] = df["price"].pct_change()
df["volume_change"] = df["volume"].pct_change()
df["target"] = (df["price"].shift(-1) > df["price"]).astype(int)
df = df.dropna()

features = df[["price_change", "volume_change"]].values
labels = df["target"].values

model = tf.keras.Sequential([
    tf.keras.layers.Dense(16, activation="relu", input_shape=(2,)),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(features, labels, epochs=2, validation_split=0.2)  # diagnosis: gaps_reach_the_network
