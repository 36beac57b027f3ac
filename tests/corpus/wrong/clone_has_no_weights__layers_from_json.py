"""After reading the network back from model.json it scores 50 %, before it had 99 %."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.models import model_from_json

tf.keras.utils.set_random_seed(8)
X = np.random.randn(1500, 6).astype('float32')
y = (X[:, 0] * X[:, 1] > 0).astype('float32')

model = tf.keras.Sequential([
    tf.keras.layers.Input((6,)),
    tf.keras.layers.Dense(48, activation='relu'),
    tf.keras.layers.Dense(1, activation='sigmoid'),
])
model.compile(loss='binary_crossentropy', optimizer=tf.keras.optimizers.Adam(0.01), metrics=['accuracy'])
model.fit(X[:1200], y[:1200], epochs=20, verbose=0)
print('before', model.evaluate(X[1200:], y[1200:], verbose=0))

with open('model.json', 'w') as out:
    out.write(model.to_json())


def read_back(path):
    with open(path) as f:
        net = model_from_json(f.read())  # diagnosis: clone_has_no_weights
    net.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
    return net


again = read_back('model.json')
print('after', again.evaluate(X[1200:], y[1200:], verbose=0))
