import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

rng = np.random.default_rng(0)
df = pd.DataFrame({
    "rooms": rng.integers(1, 8, 400),
    "area": rng.uniform(30, 200, 400),
    "age": rng.uniform(0, 90, 400),
})
df["price"] = 2000 * df["area"] + 9000 * df["rooms"] - 500 * df["age"]

X_train, X_test, y_train, y_test = train_test_split(
    df[["rooms", "area", "age"]], df["price"], random_state=0)

x_scaler, y_scaler = MinMaxScaler(), MinMaxScaler()
X_train = x_scaler.fit_transform(X_train)
X_test = x_scaler.transform(X_test)
y_train = y_scaler.fit_transform(y_train)  # diagnosis: scaler_wants_a_table
y_test = y_scaler.transform(y_test)

model = Sequential()
model.add(Dense(32, input_dim=3, activation="relu"))
model.add(Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(X_train, y_train, epochs=20, validation_data=(X_test, y_test))
