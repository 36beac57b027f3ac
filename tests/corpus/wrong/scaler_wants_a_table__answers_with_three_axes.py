import numpy as np
from sklearn.preprocessing import MinMaxScaler
from tensorflow.keras.layers import LSTM, Dense, Input
from tensorflow.keras.models import Sequential

rng = np.random.default_rng(1)
hours = np.arange(700)
load = 50 + 20 * np.sin(hours / 24 * 6.283) + rng.normal(0, 1, 700)
train, test = load[:520].reshape(-1, 1), load[520:].reshape(-1, 1)

scaler_minmax = MinMaxScaler()
train = scaler_minmax.fit_transform(train)
test = scaler_minmax.transform(test)


def windows(values, back=24, forward=3):
    X, Y = [], []
    for i in range(len(values) - back - forward):
        X.append(values[i:i + back])
        Y.append(values[i + back:i + back + forward].T)
    return np.array(X), np.array(Y)


X_train, Y_train = windows(train)
X_test, Y_test = windows(test)

model6 = Sequential()
model6.add(Input(shape=(24, 1)))
model6.add(LSTM(16))
model6.add(Dense(3))
model6.compile(optimizer="adam", loss="mse")
model6.fit(X_train, Y_train[:, 0], epochs=4, batch_size=32, verbose=0)

Y_pred = model6.predict(X_test, verbose=0)[:, None, :]
prediction_not_normalized = scaler_minmax.inverse_transform(Y_pred)  # diagnosis: scaler_wants_a_table
print(prediction_not_normalized[:5])
