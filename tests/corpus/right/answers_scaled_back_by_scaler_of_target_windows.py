"""Three hours ahead of one of three columns, whose windows have a scaler of their own."""
import numpy as np
from sklearn.preprocessing import MinMaxScaler, StandardScaler
import tensorflow as tf
t = np.arange(600.); rng = np.random.default_rng(1)
table = np.stack([100 + 20*np.sin(t/6) + rng.normal(0,1,600), 5 + np.cos(t/6) + rng.normal(0,.05,600), 30+3*np.sin(t/5)], axis=1)
X = np.stack([table[i:i+8] for i in range(580)]); Y = np.stack([table[i+8:i+11, 0] for i in range(580)])
xs, ys = MinMaxScaler(), MinMaxScaler()
Xs = xs.fit_transform(X.reshape(-1, 3)).reshape(X.shape)
Ys = ys.fit_transform(Y)
m = tf.keras.Sequential([tf.keras.Input((8,3)), tf.keras.layers.LSTM(16), tf.keras.layers.Dense(3)])
m.compile('adam','mse'); m.fit(Xs[:500], Ys[:500], epochs=5, verbose=0)
print(ys.inverse_transform(m.predict(Xs[500:], verbose=0))[:2], Y[500:502])
