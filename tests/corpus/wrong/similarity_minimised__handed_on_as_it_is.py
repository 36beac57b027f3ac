"""The dice coefficient falls from epoch to epoch."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import backend as K
from tensorflow.keras import layers

smooth = 1.0

def dice_coef(y_true, y_pred):
    y_true_f = tf.reshape(tf.cast(y_true, tf.float32), [-1])
    y_pred_f = tf.reshape(y_pred, [-1])
    intersection = tf.reduce_sum(y_true_f * y_pred_f)
    return (2. * intersection + smooth) / (tf.reduce_sum(y_true_f) + tf.reduce_sum(y_pred_f) + smooth)

def dice_coef_loss(y_true, y_pred):
    return dice_coef(y_true, y_pred)  # diagnosis: similarity_minimised

images = np.random.rand(64, 32, 32, 3).astype('float32') * 0.4
masks = np.zeros((64, 32, 32, 1), dtype='float32')
for k in range(64):
    a, b = np.random.randint(2, 18, 2)
    images[k, a:a + 12, b:b + 12] += 0.5
    masks[k, a:a + 12, b:b + 12] = 1

inp = layers.Input((32, 32, 3))
x = layers.Conv2D(16, 3, padding='same', activation='relu')(inp)
x = layers.Conv2D(16, 3, padding='same', activation='relu')(x)
out = layers.Conv2D(1, 1, activation='sigmoid')(x)
model = tf.keras.Model(inp, out)
model.compile(optimizer=tf.keras.optimizers.Adam(1e-3), loss=dice_coef_loss, metrics=[dice_coef])
model.fit(images, masks, epochs=2, batch_size=8, validation_split=0.1)
