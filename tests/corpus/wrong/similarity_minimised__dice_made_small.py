import numpy as np, tensorflow as tf
from tensorflow.keras import backend as K
def dice_coef(y_true, y_pred):
    a, b = tf.reshape(y_true, [-1]), tf.reshape(y_pred, [-1])
    return (2. * tf.reduce_sum(a * b) + 1.) / (tf.reduce_sum(a) + tf.reduce_sum(b) + 1.)
x = np.random.rand(100, 16, 16, 1).astype('float32'); m = (x > .6).astype('float32')
net = tf.keras.Sequential([tf.keras.Input((16, 16, 1)), tf.keras.layers.Conv2D(8, 3, padding='same', activation='relu'), tf.keras.layers.Conv2D(1, 1, activation='sigmoid')])
net.compile(optimizer='adam', loss=dice_coef, metrics=['accuracy'])  # diagnosis: similarity_minimised
net.fit(x, m, epochs=5)
