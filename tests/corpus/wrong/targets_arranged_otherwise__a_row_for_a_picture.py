import numpy as np
from keras.layers import Input, Dense, Flatten
from keras.models import Model
x = np.random.rand(200, 14, 14)
i = Input((14, 14)); h = Dense(32, activation='relu')(Flatten()(i)); o = Dense(196, activation='sigmoid')(h)  # diagnosis: targets_arranged_otherwise
ae = Model(i, o); ae.compile('adam', 'mse')
ae.fit(x, x, epochs=3)  # diagnosis: targets_arranged_otherwise
