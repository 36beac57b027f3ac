import numpy as np
import tensorflow as tf

rng = np.random.RandomState(42)
area = rng.uniform(500, 4000, 600)
rooms = rng.randint(1, 7, 600)
price = (150 * area + 10000 * rooms + rng.normal(0, 5000, 600)) / 1e5
X = np.column_stack((area, rooms)).astype('float32')
norm = tf.keras.layers.Normalization(axis=-1)
norm.adapt(X[:500])
model = tf.keras.Sequential([norm, tf.keras.layers.Dense(32, activation='relu'), tf.keras.layers.Dense(1)])
model.compile(optimizer=tf.keras.optimizers.Adam(0.005), loss='mae')
model.fit(X[:500], price[:500], epochs=40, validation_split=0.2, verbose=0)
print(model.evaluate(X[500:], price[500:], verbose=0))
