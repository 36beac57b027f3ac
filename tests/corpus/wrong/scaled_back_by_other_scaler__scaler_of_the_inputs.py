"""The predicted load is always near 15, though the real load is around 900 MW."""
import numpy as np
import tensorflow as tf


class MinMaxScaler:
    def fit_transform(self, values):
        self.low, self.high = values.min(axis=0), values.max(axis=0)
        return self.transform(values)

    def transform(self, values):
        return (values - self.low) / (self.high - self.low)

    def inverse_transform(self, values):
        return values * (self.high - self.low) + self.low


tf.keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
temperature = rng.uniform(-5, 35, size=(500, 1))
load = 900 + 12 * (18 - temperature) + rng.normal(scale=10, size=(500, 1))

x_scaler, y_scaler = MinMaxScaler(), MinMaxScaler()
x_train = x_scaler.fit_transform(temperature[:400])
y_train = y_scaler.fit_transform(load[:400])
x_test = x_scaler.transform(temperature[400:])

model = tf.keras.Sequential([
    tf.keras.Input((1,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1),
])
model.compile(tf.keras.optimizers.Adam(0.01), "mse")
model.fit(x_train, y_train, epochs=15, verbose=0)
predicted = x_scaler.inverse_transform(model.predict(x_test, verbose=0))  # diagnosis: scaled_back_by_other_scaler
print("mean error in MW", np.abs(predicted - load[400:]).mean())
