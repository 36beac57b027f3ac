import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import KFold
from sklearn.preprocessing import StandardScaler

tf.keras.utils.set_random_seed(103)
rng = np.random.default_rng(103)
df = pd.DataFrame({"rm": rng.normal(6, .7, 500), "lstat": rng.gamma(3, 4, 500), "tax": rng.uniform(180, 700, 500)})
df["medv"] = 4 * (df.rm - 6) - .3 * (df.lstat - 12) - .004 * (df.tax - 400) + rng.normal(0, .5, 500)
X, y = df.drop(columns="medv").to_numpy(), df["medv"].to_numpy()


def build():
    model = tf.keras.Sequential([tf.keras.Input((3,)), tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(1)])
    model.compile(tf.keras.optimizers.Adam(.01), "mse", metrics=["mae"])
    return model


maes = []
for train_rows, test_rows in KFold(n_splits=3, shuffle=True, random_state=0).split(X):
    scaler = StandardScaler().fit(X[train_rows])
    model = build()
    model.fit(scaler.transform(X[train_rows]), y[train_rows], epochs=8, verbose=0)
    maes.append(model.evaluate(scaler.transform(X[test_rows]), y[test_rows], verbose=0)[1])
print(f"mae {np.mean(maes):.2f} +- {np.std(maes):.2f}")
