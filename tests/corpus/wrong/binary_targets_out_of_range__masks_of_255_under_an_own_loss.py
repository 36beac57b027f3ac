"""Why is my loss negative? Dice is between 0 and 1 and cross entropy is positive."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import backend as K
from tensorflow.keras.layers import (Input, Conv2D, BatchNormalization, ReLU, MaxPooling2D,
                                     UpSampling2D, concatenate)
from tensorflow.keras.models import Model

np.random.seed(0)

def make_scans(n, size=32):
    imgs = np.random.normal(90, 15, (n, size, size, 1))
    masks = np.zeros((n, size, size, 1), 'uint8')
    yy, xx = np.mgrid[:size, :size]
    for i in range(n):
        cy, cx = np.random.randint(9, size - 9, 2)
        r = np.random.randint(5, 9)
        m = (yy - cy) ** 2 + (xx - cx) ** 2 < r * r
        imgs[i, m, 0] += 60
        masks[i, m, 0] = 255            # as read from the png files
    return imgs.astype('float32'), masks.astype('float32')

X, Y = make_scans(100)
X_train, Y_train, X_val, Y_val = X[:80], Y[:80], X[80:], Y[80:]
mu, sd = X_train.mean(), X_train.std()
X_train, X_val = (X_train - mu) / sd, (X_val - mu) / sd

def dice_coef(y_true, y_pred, smooth=1.0):
    y_true_f = tf.reshape(y_true, [-1])
    y_pred_f = tf.reshape(y_pred, [-1])
    intersection = tf.reduce_sum(y_true_f * y_pred_f)
    return (2. * intersection + smooth) / (tf.reduce_sum(y_true_f) + tf.reduce_sum(y_pred_f) + smooth)

def bce_dice_loss(y_true, y_pred):
    bce = tf.reduce_mean(tf.keras.losses.binary_crossentropy(y_true, y_pred))
    return bce + (1 - dice_coef(y_true, y_pred))

def block(x, n):
    x = ReLU()(BatchNormalization()(Conv2D(n, 3, padding='same', kernel_initializer='he_normal')(x)))
    return ReLU()(BatchNormalization()(Conv2D(n, 3, padding='same', kernel_initializer='he_normal')(x)))

def Unet(input_size=(32, 32, 1), n_filt=4):
    inp = Input(input_size)
    c1 = block(inp, n_filt)
    c2 = block(MaxPooling2D(2)(c1), n_filt * 2)
    c3 = block(MaxPooling2D(2)(c2), n_filt * 4)
    u2 = block(concatenate([UpSampling2D(2)(c3), c2]), n_filt * 2)
    u1 = block(concatenate([UpSampling2D(2)(u2), c1]), n_filt)
    out = Conv2D(1, 1, activation='sigmoid')(u1)
    return Model(inp, out)

model = Unet()
model.compile(optimizer='adam', loss=bce_dice_loss, metrics=[dice_coef])
model.fit(X_train, Y_train, validation_data=(X_val, Y_val), epochs=3, batch_size=16, verbose=2)  # diagnosis: binary_targets_out_of_range
