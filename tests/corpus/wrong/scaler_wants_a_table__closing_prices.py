# scaling only the close column of my stock data throws an error, the whole frame worked
import numpy as np
import pandas as pd
from sklearn.preprocessing import MinMaxScaler

rng = np.random.default_rng(1)
df = pd.DataFrame({"open": rng.normal(100, 5, 300), "close": rng.normal(100, 5, 300)})

train, test = df[:240], df[240:]
scaler = MinMaxScaler(feature_range=(0, 1))
train_scaled = scaler.fit_transform(train["close"].values)  # diagnosis: scaler_wants_a_table
test_scaled = scaler.transform(test["close"].values)
print(train_scaled[:5], test_scaled[:5])
