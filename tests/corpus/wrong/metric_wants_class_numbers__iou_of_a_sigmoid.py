import numpy as np
import tensorflow as tf
L = tf.keras.layers
np.random.seed(7)
x = np.random.rand(160, 24, 24, 1).astype('float32') * .3
m = np.zeros((160, 24, 24, 1), 'float32')
for i in range(160):
    a, b = np.random.randint(0, 14, 2)
    x[i, a:a+10, b:b+10] += .6
    m[i, a:a+10, b:b+10] = 1.

seg = tf.keras.Sequential([L.Input((24, 24, 1)), L.Conv2D(16, 3, padding='same', activation='relu'), L.Conv2D(1, 1, activation='sigmoid')])
seg.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss='binary_crossentropy', metrics=[tf.keras.metrics.MeanIoU(num_classes=2)])  # diagnosis: metric_wants_class_numbers
seg.fit(x, m, epochs=6, batch_size=16, validation_split=.2)
