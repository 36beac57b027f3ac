import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

n = 600
title = np.random.randint(1, 200, (n, 8))
tags = np.random.randint(0, 2, (n, 12)).astype('float32')
label = ((tags[:, 0] + tags[:, 3]) > 1).astype('float32')

title_in = tf.keras.Input(shape=(8,), name='title')
tags_in = tf.keras.Input(shape=(12,), name='tags')
x = layers.Embedding(200, 16)(title_in)
x = layers.LSTM(16)(x)
x = layers.concatenate([x, tags_in])
out = layers.Dense(1, activation='sigmoid')(x)
model = tf.keras.Model(inputs=[title_in, tags_in], outputs=out)
model.compile('adam', 'binary_crossentropy', metrics=['accuracy'])
model.fit(np.array([title, tags]), label, epochs=2)  # diagnosis: rows_make_no_array
