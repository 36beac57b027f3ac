"""ValueError: Expected 2D array, got 1D array instead. But my features do have two axes?"""
import numpy as np
import tensorflow as tf
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler

rng = np.random.default_rng(5)
weather = np.column_stack([rng.normal(14, 6, 300), rng.uniform(20, 100, 300), rng.gamma(2, 4, 300)])
power = 0.6 * weather[:, 0] - 0.1 * weather[:, 1] + rng.normal(0, 0.5, 300)

X_train, y_train, X_test, y_test = train_test_split(weather, power, test_size=0.25, random_state=1)  # diagnosis: split_unpacked_in_wrong_order
scaler = MinMaxScaler().fit(X_train)
X_train = scaler.transform(X_train)
X_test = scaler.transform(X_test)

model = tf.keras.Sequential([
    tf.keras.Input((3,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1),
])
model.compile("adam", "mse")
model.fit(X_train, y_train, epochs=10, verbose=0)
print(model.evaluate(X_test, y_test, verbose=0))
