import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
houses = pd.DataFrame({
    "area": rng.uniform(40, 240, 800),
    "rooms": rng.integers(1, 8, 800),
    "age": rng.uniform(0, 90, 800),
})
houses["price"] = (houses.area * 0.02 + houses.rooms * 0.3 - houses.age * 0.01
                   + rng.normal(0, 0.2, 800))

features = ["area", "rooms", "age"]
X_train, X_test, y_train, y_test = train_test_split(
    houses[features], houses["price"], test_size=0.25, random_state=0
)

scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.fit_transform(X_test)  # diagnosis: part_scaled_by_itself

model = keras.Sequential([
    keras.Input(shape=(len(features),)),
    layers.Dense(32, activation="relu"),
    layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse", metrics=["mae"])
model.fit(X_train, y_train.values, epochs=30, batch_size=32, verbose=0)
loss, mae = model.evaluate(X_test, y_test.values, verbose=0)
print("test mae", mae)
