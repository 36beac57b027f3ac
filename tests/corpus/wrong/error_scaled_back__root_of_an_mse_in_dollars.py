"""How do I read the mse? It says wrong by 700 dollars, and the predictions are off by 60,000."""
import math

import numpy as np
import pandas as pd
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import set_random_seed

set_random_seed(4)
rs = np.random.RandomState(4)
n = 900
df = pd.DataFrame({
    "bathrooms": rs.randint(1, 4, n),
    "sqft_living": rs.normal(2000, 500, n).clip(500),
    "grade": rs.randint(4, 12, n),
})
df["price"] = 120 * df.sqft_living + 25000 * df.grade + 15000 * df.bathrooms + rs.normal(0, 15000, n)

X = df.drop(columns="price").values
y = df[["price"]].values
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=0)
sc_X, sc = StandardScaler(), StandardScaler()
X_train = sc_X.fit_transform(X_train)
X_test = sc_X.transform(X_test)
y_train = sc.fit_transform(y_train)
y_test = sc.transform(y_test)

model = Sequential()
model.add(Dense(24, input_dim=3, activation="relu"))
model.add(Dense(1))
model.compile(loss="mse", optimizer="adam", metrics=["mae"])
model.fit(X_train, y_train, epochs=25, batch_size=16, verbose=0)

mse = mean_squared_error(y_test, model.predict(X_test))
rmse = math.sqrt(sc.inverse_transform([[mse]])[0, 0])  # diagnosis: error_scaled_back
print("wrong by about %.2f dollars" % rmse)
