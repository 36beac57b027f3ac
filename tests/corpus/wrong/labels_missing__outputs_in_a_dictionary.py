"""An autoencoder of two parts, with its outputs in a dictionary; fit gets the inputs only."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
a_values = rng.normal(size=(200, 6)).astype('float32')
b_values = rng.normal(size=(200, 4)).astype('float32')

a = tf.keras.Input(name='a', shape=[6])
b = tf.keras.Input(name='b', shape=[4])
hidden = tf.keras.layers.Dense(5, activation='relu')(tf.keras.layers.concatenate([a, b]))
a_again = tf.keras.layers.Dense(6, name='a_again')(hidden)
b_again = tf.keras.layers.Dense(4, name='b_again')(hidden)
tf_model = tf.keras.Model(inputs=[a, b], outputs={'a_again': a_again, 'b_again': b_again})
tf_model.compile(loss={'a_again': tf.keras.losses.MeanSquaredError(),
                       'b_again': tf.keras.losses.MeanSquaredError()},
                 optimizer=tf.keras.optimizers.Adam())
tf_model.fit({'a': a_values, 'b': b_values}, epochs=3)  # diagnosis: labels_missing
