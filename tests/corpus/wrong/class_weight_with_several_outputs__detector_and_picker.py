"""A detector and a picker on one trunk; the rare events shall weigh more, and fit refuses."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(600, 100, 3)).astype('float32')
event = (rng.random(600) < 0.2).astype('float32')
x[event == 1, 40:60] += 1.5
phase = (event * (rng.random(600) < 0.7)).astype('float32')

inputs = layers.Input(shape=(100, 3))
h = layers.Conv1D(8, 5, activation='relu')(inputs)
h = layers.GlobalMaxPooling1D()(h)
detector = layers.Dense(1, activation='sigmoid', name='detector')(h)
picker = layers.Dense(1, activation='sigmoid', name='picker')(h)
model = tf.keras.Model(inputs, [detector, picker])
model.compile(optimizer='adam', loss=['binary_crossentropy', 'binary_crossentropy'])
model.fit(x, [event, phase], epochs=3, class_weight={0: 0.11, 1: 0.89})  # diagnosis: class_weight_with_several_outputs
