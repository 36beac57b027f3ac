import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Input, Dense, Flatten, Reshape
from tensorflow.keras.models import Model

imgs = np.random.randint(0, 256, (400, 14, 14)).astype('float32')
imgs[:, 3:11, 3:11] = 240
imgs = (imgs - 127.5) / 127.5  # diagnosis: binary_targets_out_of_range

i = Input((14, 14))
e = Dense(32, activation='relu')(Flatten()(i))
d = Dense(14 * 14, activation='sigmoid')(e)
ae = Model(i, Reshape((14, 14))(d))
ae.compile('adam', loss='binary_crossentropy')
history = ae.fit(imgs, imgs, epochs=8, batch_size=32)  # diagnosis: binary_targets_out_of_range
print(history.history['loss'])
