import numpy as np
import tensorflow as tf
from tensorflow.keras import backend as K
from tensorflow.keras.layers import (Input, Conv2D, BatchNormalization, ReLU, MaxPooling2D,
                                     UpSampling2D, concatenate)
from tensorflow.keras.models import Model

tf.keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)
SIZE = 32


def load_scans(n):
    """Grey scans with one round lesion, and the mask as it comes out of the png."""
    images = rng.integers(20, 90, (n, SIZE, SIZE)).astype(np.uint8)
    masks = np.zeros((n, SIZE, SIZE), np.uint8)
    yy, xx = np.mgrid[:SIZE, :SIZE]
    for i in range(n):
        r, cy, cx = rng.integers(4, 9), rng.integers(9, 23), rng.integers(9, 23)
        inside = (yy - cy) ** 2 + (xx - cx) ** 2 < r * r
        images[i][inside] += np.uint8(80)
        masks[i][inside] = 255
    return images[..., None], masks[..., None]


def dice_coef(y_true, y_pred, smooth=1.0):
    y_true_f = tf.reshape(y_true, [-1])
    y_pred_f = tf.reshape(y_pred, [-1])
    intersection = tf.reduce_sum(y_true_f * y_pred_f)
    return (2. * intersection + smooth) / (tf.reduce_sum(y_true_f) + tf.reduce_sum(y_pred_f) + smooth)


def bce_dice_loss(y_true, y_pred):
    bce = tf.reduce_mean(tf.keras.losses.binary_crossentropy(y_true, y_pred))
    return bce + 1 - dice_coef(y_true, y_pred)


def block(x, n):
    x = ReLU()(BatchNormalization()(Conv2D(n, 3, padding='same', kernel_initializer='he_normal')(x)))
    return ReLU()(BatchNormalization()(Conv2D(n, 3, padding='same', kernel_initializer='he_normal')(x)))


def Unet(n_filt=6):
    inp = Input((SIZE, SIZE, 1))
    conv1 = block(inp, n_filt)
    pool1 = MaxPooling2D((2, 2))(conv1)
    conv2 = block(pool1, n_filt * 2)
    pool2 = MaxPooling2D((2, 2))(conv2)
    conv3 = block(pool2, n_filt * 4)
    up2 = concatenate([UpSampling2D((2, 2))(conv3), conv2])
    conv4 = block(up2, n_filt * 2)
    up1 = concatenate([UpSampling2D((2, 2))(conv4), conv1])
    conv5 = block(up1, n_filt)
    out = Conv2D(1, 1, activation='sigmoid')(conv5)
    return Model(inp, out)


images, masks = load_scans(160)
X = images.astype('float32')
X = (X - X.mean()) / X.std()
Y = masks.astype('float32')  # diagnosis: binary_targets_out_of_range

model = Unet()
model.compile(optimizer=tf.keras.optimizers.Adam(1e-3), loss=bce_dice_loss,
              metrics=[dice_coef, 'accuracy'])
model.fit(X[:128], Y[:128], batch_size=16, epochs=4, validation_data=(X[128:], Y[128:]), verbose=2)  # diagnosis: binary_targets_out_of_range

p = model.predict(X[128:], verbose=0) > 0.5
t = Y[128:] > 127
print("IoU", (p & t).sum() / (p | t).sum())
