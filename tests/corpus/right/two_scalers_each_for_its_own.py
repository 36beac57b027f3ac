"""Inputs and targets have a scaler each, and the forecast goes back through that of the targets."""
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


tf.keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)
temperature = rng.uniform(-5, 35, size=(500, 1))
load = 900 + 12 * (18 - temperature) + rng.normal(scale=10, size=(500, 1))
of_inputs, of_targets = MinMaxScaler(), MinMaxScaler()
x_train, y_train = of_inputs.fit_transform(temperature[:400]), of_targets.fit_transform(load[:400])
x_test = of_inputs.transform(temperature[400:])
model = tf.keras.Sequential([
    tf.keras.Input((1,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)
])
model.compile(tf.keras.optimizers.Adam(0.01), "mse")
model.fit(x_train, y_train, epochs=20, verbose=0)
predicted = of_targets.inverse_transform(model.predict(x_test, verbose=0))
print("mean error in MW", np.abs(predicted - load[400:]).mean())
print("temperatures", of_inputs.inverse_transform(x_test)[:3])
