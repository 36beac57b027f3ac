"""The generator must return a tuple, says fit."""
import numpy as np
import tensorflow as tf

pictures = np.random.rand(120, 64, 64, 3).astype('float32') * 0.4
boxes = np.zeros((120, 4), dtype='float32')
for k in range(120):
    x0, y0 = np.random.randint(0, 40, 2)
    pictures[k, y0:y0 + 20, x0:x0 + 20] += 0.5
    boxes[k] = np.array([x0, y0, x0 + 20, y0 + 20]) / 64

def generate(batch_size=12):
    while True:
        order = np.random.permutation(120)
        for start in range(0, 120, batch_size):
            idx = order[start:start + batch_size]
            ret = []
            ret.append(pictures[idx])
            ret.append(boxes[idx])
            yield ret  # diagnosis: generator_gives_list

inputs = tf.keras.Input((64, 64, 3))
x = tf.keras.layers.Conv2D(16, 3, strides=2, activation='relu')(inputs)
x = tf.keras.layers.Conv2D(32, 3, strides=2, activation='relu')(x)
x = tf.keras.layers.Flatten()(x)
outputs = tf.keras.layers.Dense(4)(x)
model = tf.keras.Model(inputs, outputs)
model.compile(optimizer='adam', loss='mae')
model.fit(generate(), steps_per_epoch=10, epochs=1)
