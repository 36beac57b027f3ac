import numpy as np
import tensorflow as tf
from tensorflow.keras import layers
n = 300
im = np.zeros((n, 32, 32, 1), 'float32'); box = np.zeros((n, 4), 'float32'); cl = np.random.randint(0, 2, n)
for k in range(n):
    x, y = np.random.randint(0, 20, 2); s = np.random.randint(5, 11)
    im[k, y:y+s, x:x+s] = 1. if cl[k] else 0.5
    box[k] = np.array([x, y, x+s, y+s]) / 32.
inp = layers.Input((32, 32, 1))
f = layers.Conv2D(8, 3, strides=2, activation='relu')(inp)
f = layers.Conv2D(16, 3, strides=2, activation='relu')(f)
f = layers.Flatten()(f)
f = layers.Dense(32, activation='relu')(f)
model = tf.keras.Model(inp, {'cls': layers.Dense(1, activation='sigmoid', name='cls')(f), 'box': layers.Dense(4, name='box')(f)})
model.compile('adam', loss={'cls': 'binary_crossentropy', 'box': 'mse'}, loss_weights={'cls': 1., 'box': 5.}, metrics={'cls': 'accuracy'})
model.fit(im, {'cls': cl, 'box': box}, epochs=6, batch_size=32, validation_split=0.2)
