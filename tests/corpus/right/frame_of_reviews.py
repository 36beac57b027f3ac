import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split

tf.keras.utils.set_random_seed(111)
rng = np.random.default_rng(111)
good, bad, rest = ["great", "lovely", "superb", "fun"], ["awful", "dull", "boring", "weak"], ["the", "film", "was", "a", "plot", "cast"]
rows = []
for _ in range(600):
    label = rng.choice(["pos", "neg"])
    words = list(rng.choice(rest, 6)) + list(rng.choice(good if label == "pos" else bad, 2))
    rng.shuffle(words)
    rows.append({"review": " ".join(words), "sentiment": label})
df = pd.DataFrame(rows)
df["y"] = df["sentiment"].map({"neg": 0, "pos": 1})
train, test = train_test_split(df, test_size=.2, stratify=df["y"], random_state=0)
vectorize = tf.keras.layers.TextVectorization(max_tokens=100, output_sequence_length=10)
vectorize.adapt(train["review"].to_numpy(dtype=str))
x_train = vectorize(tf.constant(train["review"].tolist()))
x_test = vectorize(tf.constant(test["review"].tolist()))
model = tf.keras.Sequential([tf.keras.Input((10,), dtype="int64"), tf.keras.layers.Embedding(100, 8), tf.keras.layers.GlobalAveragePooling1D(),
                             tf.keras.layers.Dense(1, activation="sigmoid")])
model.compile(tf.keras.optimizers.Adam(.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(x_train, train["y"].values, epochs=15, verbose=0)
print(model.evaluate(x_test, test["y"].values, verbose=0))
