import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

tf.keras.utils.set_random_seed(19)
rng = np.random.default_rng(19)
df = pd.DataFrame({"t": rng.normal(20, 5, 600), "h": rng.normal(50, 10, 600)})
df["power"] = df.t * .3 - df.h * .1 + rng.normal(0, .3, 600)
tr, te = train_test_split(df, test_size=.2, random_state=19)
sc = StandardScaler().fit(tr[["t", "h"]])
ysc = StandardScaler().fit(tr[["power"]])
model = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)])
model.compile(tf.keras.optimizers.Adam(.01), "mse")
model.fit(sc.transform(tr[["t", "h"]]), ysc.transform(tr[["power"]]), epochs=25, verbose=0)

pred = ysc.inverse_transform(model.predict(sc.transform(te[["t", "h"]]), verbose=0))
errors = te["power"].values - pred  # diagnosis: errors_of_every_pair
print("RMSE", np.sqrt((errors ** 2).mean()))
