"""LSTM forecast of sales: reshaped as in the tutorial to [samples, 1, window]. It is no better than a Dense layer."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(13)
rng = np.random.default_rng(13)
days = np.arange(500)
sales = 10 + 3 * np.sin(days * 2 * np.pi / 7) + rng.normal(scale=0.3, size=500)
sales = ((sales - sales[:400].mean()) / sales[:400].std()).astype("float32")
look_back = 14
X = np.array([sales[i : i + look_back] for i in range(len(sales) - look_back)])
Y = sales[look_back:]
X = X.reshape(X.shape[0], 1, X.shape[1])  # diagnosis: sequences_of_one_step
train = 380

model = tf.keras.Sequential([
    tf.keras.Input((1, look_back)),  # diagnosis: sequences_of_one_step
    tf.keras.layers.LSTM(16),
    tf.keras.layers.Dense(1),
])
model.compile(tf.keras.optimizers.Adam(0.01), "mse")
model.fit(X[:train], Y[:train], validation_data=(X[train + look_back :], Y[train + look_back :]), epochs=5, verbose=0)
print(model.evaluate(X[train + look_back :], Y[train + look_back :], verbose=0))
