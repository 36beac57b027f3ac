import tensorflow as tf
import numpy as np
from tensorflow.keras.layers import *

def conv(x, f):
    x = Conv2D(f, 3, padding='same', kernel_initializer='he_normal')(x)
    x = BatchNormalization()(x)
    return Activation('relu')(x)

def get_unet(h, w):
    s = Input((h, w, 1))
    c1 = conv(s, 8);  p1 = MaxPooling2D(2)(c1)
    c2 = conv(p1, 16); p2 = MaxPooling2D(2)(c2)
    b = conv(p2, 32)
    u2 = Conv2DTranspose(16, 2, strides=2, padding='same')(b)
    u2 = conv(concatenate([u2, c2]), 16)  # diagnosis: picture_size_not_restored
    u1 = Conv2DTranspose(8, 2, strides=2, padding='same')(u2)
    u1 = conv(concatenate([u1, c1]), 8)
    return tf.keras.Model(s, Conv2D(1, 1, activation='sigmoid')(u1))

unet = get_unet(50, 50)  # diagnosis: picture_size_not_restored
unet.compile('adam', 'binary_crossentropy')
unet.fit(np.random.rand(16, 50, 50, 1), np.random.randint(0, 2, (16, 50, 50, 1)), epochs=1)
