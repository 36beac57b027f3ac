import io

import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler

tf.random.set_seed(3)
rng = np.random.default_rng(3)
rows = pd.DataFrame({"sqft": rng.integers(400, 4000, 700), "beds": rng.integers(1, 6, 700),
                     "baths": rng.integers(1, 4, 700), "year": rng.integers(1920, 2020, 700)})
rows["price"] = 120 * rows.sqft + 20000 * rows.beds + 15000 * rows.baths + 500 * (rows.year - 1920)
text = rows.to_csv(index=False)

df = pd.read_csv(io.StringIO(text))
X = df.drop("price", axis=1)
y = df["price"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=7)
mm = MinMaxScaler()
X_train = mm.fit_transform(X_train)
X_test = mm.transform(X_test)

model = tf.keras.models.Sequential()
model.add(tf.keras.layers.Input(shape=(X_train.shape[1],)))
model.add(tf.keras.layers.Dense(32, activation="relu"))
model.add(tf.keras.layers.Dense(16, activation="relu"))
model.add(tf.keras.layers.Dense(1))
model.compile(optimizer="adam", loss="mse", metrics=["mae"])
model.fit(X_train, y_train, epochs=20, batch_size=32, validation_data=(X_test, y_test), verbose=0)  # diagnosis: targets_not_scaled
print(model.evaluate(X_test, y_test, verbose=0))
