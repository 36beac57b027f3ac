import os
import tempfile

import joblib
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler
from tensorflow import keras

keras.utils.set_random_seed(113)
rng = np.random.default_rng(113)
folder = tempfile.mkdtemp()
made = pd.DataFrame({"id": np.arange(800), "cement": rng.uniform(100, 500, 800), "water": rng.uniform(120, 240, 800)})
made["strength"] = .08 * made.cement - .1 * made.water + 20 + rng.normal(0, 1, 800)
made.to_csv(os.path.join(folder, "concrete.csv"), index=False)

df = pd.read_csv(os.path.join(folder, "concrete.csv"), index_col="id")
assert not df.isna().any().any()
y = df.pop("strength")
x_train, x_test, y_train, y_test = train_test_split(df, y, test_size=.2, random_state=0)
scaler = MinMaxScaler()
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(.02), "mse", metrics=["mae"])
model.fit(scaler.fit_transform(x_train), y_train, epochs=40, verbose=0)
model.save(os.path.join(folder, "model.keras"))
joblib.dump(scaler, os.path.join(folder, "scaler.joblib"))

again = keras.models.load_model(os.path.join(folder, "model.keras"))
scale = joblib.load(os.path.join(folder, "scaler.joblib"))
print(again.evaluate(scale.transform(x_test), y_test, verbose=0))
