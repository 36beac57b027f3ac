import numpy as np
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from tensorflow import keras

rng = np.random.default_rng(0)
df = pd.DataFrame({
    "bedrooms": rng.integers(1, 6, 600),
    "area": rng.uniform(30, 220, 600),
    "distance": rng.uniform(0, 30, 600),
})
df["price"] = 3000 * df["area"] + 8000 * df["bedrooms"] - 4000 * df["distance"]

scaler = MinMaxScaler()
train = scaler.fit_transform(df[:500])
test = scaler.transform(df[500:])
X_train, y_train = train[:, :3], train[:, 3]
X_test, y_test = test[:, :3], test[:, 3]

model = keras.Sequential([
    keras.layers.Input((3,)),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(1),
])
model.compile("adam", "mse", metrics=["mae"])
model.fit(X_train, y_train, epochs=15, verbose=0, validation_data=(X_test, y_test))

house = [[3, 120.0, 4.5]]
scaled = scaler.transform(house)  # diagnosis: scaler_expects_other_columns
print(model.predict(scaled))
