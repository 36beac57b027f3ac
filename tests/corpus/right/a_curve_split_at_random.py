"""sin(x) over a few periods, split at random, inputs brought to -1 to 1."""
import numpy as np
import tensorflow as tf
from sklearn.model_selection import train_test_split

tf.keras.utils.set_random_seed(5)
x = np.linspace(0, 20, 1500).reshape(-1, 1)
y = np.sin(x)
x_train, x_val, y_train, y_val = train_test_split(x / 10 - 1, y, test_size=0.2, random_state=5)

net = tf.keras.Sequential()
net.add(tf.keras.Input(shape=(1,)))
net.add(tf.keras.layers.Dense(64, activation='tanh', kernel_initializer=tf.keras.initializers.RandomNormal(stddev=4)))
net.add(tf.keras.layers.Dense(32, activation='tanh'))
net.add(tf.keras.layers.Dense(1))
net.compile(loss='mse', optimizer=tf.keras.optimizers.Adam(0.005))
net.fit(x_train, y_train, validation_data=(x_val, y_val), epochs=60, batch_size=32, verbose=0)
print('mse', net.evaluate(x_val, y_val, verbose=0))
