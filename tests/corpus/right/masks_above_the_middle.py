import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import *
from tensorflow.keras import backend as K
def dice(y, p, s=1.):
    y = tf.cast(y, tf.float32)
    i = K.sum(y * p, axis=(1, 2, 3))
    return tf.reduce_mean((2*i + s) / (K.sum(y, axis=(1, 2, 3)) + K.sum(p, axis=(1, 2, 3)) + s))
def loss(y, p):
    return tf.reduce_mean(tf.keras.losses.binary_crossentropy(y, p)) + 1 - dice(y, p)
X = np.random.randint(0, 100, (160, 32, 32, 1)).astype('float32'); M = np.zeros((160, 32, 32, 1), 'uint8')
for k in range(160):
    a, b = np.random.randint(0, 20, 2); X[k, a:a+11, b:b+11] += 130; M[k, a:a+11, b:b+11] = 255
X /= 255.; M = (M > 127).astype('float32')
s = Input((32, 32, 1)); c1 = Conv2D(8, 3, padding='same', activation='relu')(s); p = MaxPooling2D()(c1)
c2 = Conv2D(16, 3, padding='same', activation='relu')(p); u = Conv2DTranspose(8, 2, strides=2)(c2)
o = Conv2D(1, 1, activation='sigmoid')(Conv2D(8, 3, padding='same', activation='relu')(concatenate([u, c1])))
net = tf.keras.Model(s, o)
net.compile('adam', loss, metrics=[dice, tf.keras.metrics.BinaryIoU(target_class_ids=[1], threshold=.5)])
net.fit(X, M, batch_size=16, epochs=6, validation_split=.2)
