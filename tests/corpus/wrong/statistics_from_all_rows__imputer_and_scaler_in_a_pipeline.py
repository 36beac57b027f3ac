import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.impute import SimpleImputer
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

tf.keras.utils.set_random_seed(7)
rng = np.random.default_rng(37)
df = pd.DataFrame(rng.gamma(2, 3, size=(700, 4)), columns=["na", "k", "ca", "mg"])
df["ill"] = (df.na - df.ca + rng.normal(0, 2, 700) > 0).astype(int)
df = df.mask(rng.random(df.shape) < .05).dropna(subset=["ill"])
features = [c for c in df.columns if c != "ill"]
prep = make_pipeline(SimpleImputer(strategy="mean"), StandardScaler())
X = prep.fit_transform(df[features])  # diagnosis: statistics_from_all_rows
X_train, X_test, y_train, y_test = train_test_split(X, df["ill"].astype(int).values, test_size=.2, random_state=0)
model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=10, verbose=0)
print(model.evaluate(X_test, y_test, verbose=0))
