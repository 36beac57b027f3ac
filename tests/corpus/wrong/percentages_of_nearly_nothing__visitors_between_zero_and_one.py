"""The loss looks fine, the error in per cent is in the hundreds of thousands."""
import numpy as np
import tensorflow as tf
from sklearn.preprocessing import MinMaxScaler

tf.keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
week = np.arange(260)
visitors = 900 + 4 * week + 250 * np.sin(2 * np.pi * week / 52) + rng.normal(0, 30, 260)
scaler = MinMaxScaler()
scaled = scaler.fit_transform(visitors[:200].reshape(-1, 1))[:, 0]
look_back = 4
X = np.array([scaled[i:i + look_back] for i in range(len(scaled) - look_back)])
y = scaled[look_back:]

model = tf.keras.Sequential([
    tf.keras.layers.Input((look_back,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1),
])
model.compile(
    optimizer=tf.keras.optimizers.Adam(0.01),
    loss="mse",
    metrics=["mape"],  # diagnosis: percentages_of_nearly_nothing
)
model.fit(X, y, epochs=30, batch_size=16, verbose=0)
print(model.evaluate(X, y, verbose=0))
