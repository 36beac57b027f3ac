"""predict_price gives the same price for every flat that I type in."""
import numpy as np
import tensorflow as tf
from sklearn.preprocessing import MinMaxScaler

tf.keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
flats = np.column_stack([rng.uniform(25, 140, 600), rng.integers(1, 6, 600), rng.uniform(0, 20, 600)])
price = (3.1 * flats[:, 0] + 8 * flats[:, 1] - 2 * flats[:, 2] + rng.normal(0, 8, 600)) / 100

scaler = MinMaxScaler()
x_train, x_val = scaler.fit_transform(flats[:500]), scaler.transform(flats[500:])
model = tf.keras.Sequential([tf.keras.Input((3,)), tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(1)])
model.compile(tf.keras.optimizers.Adam(0.01), "mse")
model.fit(x_train, price[:500], validation_data=(x_val, price[500:]), epochs=20, verbose=0)


def predict_price(size, rooms, distance):
    row = np.array([[size, rooms, distance]])
    row = MinMaxScaler().fit_transform(row)  # diagnosis: part_scaled_by_itself
    return float(model.predict(row, verbose=0)[0, 0]) * 100


print(predict_price(60, 2, 4), predict_price(120, 4, 12))
