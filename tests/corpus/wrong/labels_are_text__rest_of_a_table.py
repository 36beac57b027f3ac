"""ValueError: Invalid dtype: str, although every column of x_train is float32"""
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

rng = np.random.default_rng(31)
lakes = pd.DataFrame(rng.gamma(3.0, 2.0, (300, 4)), columns=["nitrate", "phosphate", "depth", "oxygen"])
lakes["name"] = rng.choice(["upper", "lower", "mill"], 300)
lakes["clarity"] = 5 - 0.3 * lakes["nitrate"] - 0.2 * lakes["phosphate"] + rng.normal(0, 0.1, 300)

x = lakes[["nitrate", "phosphate", "depth", "oxygen"]]
y = lakes.fillna(lakes.mean(numeric_only=True))
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2, random_state=0)
scaler = StandardScaler()
x_train = scaler.fit_transform(x_train).astype(np.float32)

model = Sequential([Dense(32, activation="relu"), Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x_train, y_train, batch_size=32, epochs=5)  # diagnosis: labels_are_text
