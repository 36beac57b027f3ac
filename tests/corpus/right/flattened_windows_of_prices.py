import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.preprocessing import MinMaxScaler
from tensorflow.keras.layers import Dense, Dropout

input_count = 60
days = 700
rng = np.random.default_rng(1)
close = 30 + np.cumsum(rng.normal(0, 0.4, days))
prices = pd.DataFrame({"open": close + 0.1, "high": close + 0.5, "low": close - 0.5, "close": close})
training_set = prices.iloc[:-200].values
test_set = prices.iloc[-200:].values

sc = MinMaxScaler(feature_range=(0, 1))
training_set_scaled = sc.fit_transform(training_set)
test_set = sc.transform(test_set)

x_train, y_train, x_test, y_test = [], [], [], []
for i in range(input_count, len(training_set_scaled)):
    x_train.append(training_set_scaled[i - input_count:i, :])
    y_train.append(training_set_scaled[i, 3])
for i in range(input_count, len(test_set)):
    x_test.append(test_set[i - input_count:i, :])
    y_test.append(test_set[i, 3])
x_train, y_train = np.array(x_train), np.array(y_train).reshape(-1, 1)
x_test, y_test = np.array(x_test), np.array(y_test).reshape(-1, 1)

model = tf.keras.Sequential([
    tf.keras.layers.Flatten(),
    Dense(80, activation="relu"),
    Dropout(0.2),
    Dense(100, activation="relu"),
    Dense(1),
])
model.compile(optimizer=tf.keras.optimizers.Adam(0.001), loss="mean_squared_error")
model.fit(x_train, y_train, batch_size=64, epochs=2, validation_data=(x_test, y_test), verbose=2)

predicted = model.predict(x_test)
print(predicted.shape, y_test.shape)
