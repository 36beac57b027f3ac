import numpy as np
import pandas as pd
from sklearn.preprocessing import StandardScaler
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense, Dropout

n = 320
t = np.arange(n)
rng = np.random.default_rng(0)
close = 120 + 15 * np.sin(t / 20) + rng.normal(0, 1, n)
df = pd.DataFrame({
    "Open": close + rng.normal(0, 1, n),
    "High": close + 2,
    "Low": close - 2,
    "Close": close,
})

scaler = StandardScaler()
df_for_training_scaled = scaler.fit_transform(df)

trainX = []
trainY = []
n_future = 1
n_past = 14
for i in range(n_past, len(df_for_training_scaled) - n_future + 1):
    trainX.append(df_for_training_scaled[i - n_past:i, 0:df.shape[1]])
    trainY.append(df_for_training_scaled[i + n_future - 1:i + n_future, 0])
trainX, trainY = np.array(trainX), np.array(trainY)

model = Sequential()
model.add(LSTM(32, input_shape=(trainX.shape[1], trainX.shape[2]), return_sequences=True))
model.add(LSTM(16))
model.add(Dropout(0.2))
model.add(Dense(trainY.shape[1]))
model.compile(optimizer="adam", loss="mse")
model.fit(trainX, trainY, epochs=1, batch_size=16, validation_split=0.1, verbose=1)

forecast = model.predict(trainX[-59:])
y_pred_future = scaler.inverse_transform(forecast)  # diagnosis: scaler_expects_other_columns
print(y_pred_future[:5])
