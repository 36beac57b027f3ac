import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler, StandardScaler
from tensorflow.keras import Input, Sequential
from tensorflow.keras.layers import Dense

rng = np.random.default_rng(5)
df = pd.DataFrame({"km": rng.uniform(5, 200, 1000) * 1000})
df["price"] = 24000 - 0.1 * df["km"] + rng.normal(0, 500, 1000)

train, test = train_test_split(df, test_size=0.2, random_state=5)
x_scaler, y_scaler = StandardScaler(), MinMaxScaler()
x_train = x_scaler.fit_transform(train[["km"]])
y_train = y_scaler.fit_transform(train[["price"]])
x_test = x_scaler.transform(test[["km"]])

model = Sequential([Input((1,)), Dense(16, activation="relu"), Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x_train, y_train, epochs=20, batch_size=32, verbose=0)

pred = x_scaler.inverse_transform(model.predict(x_test, verbose=0))  # diagnosis: scaled_back_by_other_scaler
mae = np.abs(pred - test[["price"]].to_numpy()).mean()
print(f"off by {mae:.0f} euros")
