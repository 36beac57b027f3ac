"""My csv has 150 rows but the dataframe only 149, and the columns are called 5.1, 3.5 ..."""
import numpy as np
import pandas as pd
import tensorflow as tf

rng = np.random.default_rng(2)
kinds = np.arange(150) % 3
np.savetxt("flowers.csv", np.c_[rng.normal(5, 0.5, (150, 4)) + kinds[:, None], kinds], delimiter=",", fmt="%.1f")

df = pd.read_csv("flowers.csv")  # diagnosis: first_row_taken_for_names
X = df.iloc[:, :4].values
y = df.iloc[:, 4].values
print(df.shape)

model = tf.keras.Sequential([tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(3, activation="softmax")])
model.compile(tf.keras.optimizers.Adam(0.02), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X, y, epochs=40, verbose=0)
