"""I reported an error of 0.2 degrees, the colleague who uses the model finds 1.6. Same data, same model."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
days = np.arange(600)
degrees = 10 + 9 * np.sin(2 * np.pi * days / 365) + rng.normal(size=600) * 1.6
train, test = degrees[:450], degrees[450:]
mean, std = train.mean(), train.std()


def windows(values, width=15):
    scaled = (values - mean) / std
    return np.stack([scaled[i : i + width] for i in range(len(scaled) - width)]), scaled[width:]


x, y = windows(train)
x_test, y_test = windows(test)
model = tf.keras.Sequential([
    tf.keras.Input((15,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1),
])
model.compile(tf.keras.optimizers.Adam(0.003), "mse")
model.fit(x, y, validation_data=(x_test, y_test), epochs=15, verbose=0)
forecast = model.predict(x_test, verbose=0)[:, 0]
error = np.mean(np.abs(forecast - y_test))  # diagnosis: forecast_in_scaled_units
print(f"mean error: {error:.2f} degrees")  # diagnosis: forecast_in_scaled_units
