"""Two branches shall be joined, and are given to Concatenate one by one: 'too many positional arguments'."""
import numpy as np
from tensorflow.keras.layers import Input, Dense, Concatenate
from tensorflow.keras.models import Model

rng = np.random.default_rng(0)
image_part = rng.normal(size=(300, 32))
table_part = rng.normal(size=(300, 64))
labels = (image_part[:, 0] + table_part[:, 0] > 0).astype('float32')

input1 = Input(shape=(32,))
input2 = Input(shape=(64,))
dense1 = Dense(16, activation='relu')(input1)
dense2 = Dense(16, activation='relu')(input2)
merged = Concatenate()(dense1, dense2)  # diagnosis: tensors_given_otherwise
out = Dense(1, activation='sigmoid')(merged)
model = Model([input1, input2], out)
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
model.fit([image_part, table_part], labels, epochs=3)
