"""Colours are numbered once, on the training part."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

rs = np.random.RandomState(10)
colors = np.array(['red', 'green', 'blue', 'black', 'white', 'silver'])
value = dict(zip(colors, [3., -2., 5., 0., 4., -4.]))
color = rs.choice(colors, 1500)
size = rs.choice(['small', 'medium', 'large'], 1500)
mileage = rs.rand(1500) * 100
price = np.array([value[c] for c in color]) - 0.05 * mileage + rs.randn(1500) * .3 + 2 * (size == 'large')

code = {c: i for i, c in enumerate(sorted(set(color[:1200])))}
order = {'small': 0, 'medium': 1, 'large': 2}
c = np.array([code[v] for v in color])
m = np.column_stack([mileage / 100, [order[s] for s in size]]).astype('float32')
ci, mi = layers.Input((), dtype='int32'), layers.Input((2,))
h = layers.Concatenate()([layers.Embedding(len(code), 3)(ci), mi])
h = layers.Dense(32, activation='relu')(h)
model = tf.keras.Model([ci, mi], layers.Dense(1)(h))
model.compile('adam', 'mse')
model.fit([c[:1200], m[:1200]], price[:1200], validation_data=([c[1200:], m[1200:]], price[1200:]), epochs=20, verbose=0)
print(model.evaluate([c[1200:], m[1200:]], price[1200:], verbose=0))
