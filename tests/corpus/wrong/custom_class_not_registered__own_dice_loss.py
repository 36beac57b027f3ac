import os, tempfile
import numpy as np
import tensorflow as tf
from tensorflow.keras import backend as K
from tensorflow.keras.models import Model, load_model
from tensorflow.keras.layers import *

def dice_coef(y_true, y_pred, smooth=1.):
    y_true = tf.cast(y_true, tf.float32)
    inter = tf.reduce_sum(y_true * y_pred)
    return (2. * inter + smooth) / (tf.reduce_sum(y_true) + tf.reduce_sum(y_pred) + smooth)

def dice_loss(y_true, y_pred):  # diagnosis: custom_class_not_registered
    return 1. - dice_coef(y_true, y_pred)

imgs = np.random.rand(64, 16, 16, 1).astype('float32') * 0.4
msks = np.zeros_like(imgs)
for i in range(64):
    r = np.random.randint(0, 8)
    imgs[i, r:r + 8, 4:12] += 0.6
    msks[i, r:r + 8, 4:12] = 1

i_ = Input((16, 16, 1))
o_ = Conv2D(8, 3, activation='relu', padding='same')(i_)
o_ = Conv2D(1, 1, activation='sigmoid')(o_)
model = Model(i_, o_)
model.compile(optimizer='adam', loss=dice_loss, metrics=[dice_coef])
model.fit(imgs, msks, epochs=2, batch_size=16)

path = os.path.join(tempfile.mkdtemp(), 'unet.keras')
model.save(path)

net = load_model(path)  # diagnosis: custom_class_not_registered
print(net.predict(imgs[:2]).shape)
