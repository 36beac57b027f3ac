import numpy as np
import pandas as pd
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)
idx = pd.date_range("2021-03-01", periods=1200, freq="h")
temp = pd.Series(12 + 6 * np.sin(np.arange(1200) * 2 * np.pi / 24) + rng.normal(0, 0.7, 1200),
                 index=idx, name="temp")

split = int(len(temp) * 0.8)
scaler = StandardScaler().fit(temp[:split].to_frame())
values = pd.Series(scaler.transform(temp.to_frame())[:, 0], index=idx)

LOOKBACK = 24
frames, targets = [], []
for i in range(LOOKBACK, len(values)):
    frames.append(values.iloc[i - LOOKBACK:i].values)
    targets.append(values.iloc[i - 1])  # diagnosis: label_inside_window
X = np.array(frames)[..., None]
y = np.array(targets)
X_train, X_test = X[:split - LOOKBACK], X[split - LOOKBACK:]
y_train, y_test = y[:split - LOOKBACK], y[split - LOOKBACK:]

model = keras.Sequential([keras.Input((LOOKBACK, 1)), keras.layers.GRU(12), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(0.005), loss="mse", metrics=["mae"])
model.fit(X_train, y_train, epochs=6, batch_size=32, verbose=0)
print(model.evaluate(X_test, y_test, verbose=0))
