import numpy as np
import pandas as pd
import tensorflow as tf

tf.keras.utils.set_random_seed(105)
rng = np.random.default_rng(105)
df = pd.DataFrame({"cyl": rng.choice([4, 6, 8], 600), "hp": rng.normal(110, 30, 600), "origin": rng.choice(["USA", "Europe", "Japan"], 600)})
df["mpg"] = 45 - 2.0 * df.cyl - .08 * df.hp + (df.origin == "Japan") * 3 + rng.normal(0, 1, 600)
df = pd.get_dummies(df, columns=["origin"], dtype="float32")
train = df.sample(frac=.8, random_state=0)
test = df.drop(train.index)
train_labels, test_labels = train.pop("mpg"), test.pop("mpg")

normalizer = tf.keras.layers.Normalization(axis=-1)
normalizer.adapt(np.array(train, dtype="float32"))
model = tf.keras.Sequential([normalizer, tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(1)])
model.compile(optimizer=tf.keras.optimizers.Adam(.02), loss="mean_absolute_error")
history = model.fit(train.astype("float32"), train_labels, validation_split=.2, epochs=30, verbose=0)
print(pd.DataFrame(history.history).tail())
print(model.evaluate(test.astype("float32"), test_labels, verbose=0))
