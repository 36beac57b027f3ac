"""Unrecognized data type: x=pics/train."""
import os
import numpy as np
from tensorflow.keras.layers import Conv2D, Dense, Dropout, Flatten, MaxPooling2D
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import save_img

for part in ('train', 'valid'):
    for kind in ('daisy', 'rose'):
        os.makedirs(os.path.join('pics', part, kind), exist_ok=True)
        for i in range(10):
            save_img(os.path.join('pics', part, kind, '%d.jpg' % i), np.random.rand(150, 150, 3))

training_data = ("pics/train")
validation_data = ("pics/valid")

model = Sequential()
model.add(Conv2D(32, kernel_size=3, input_shape=(150, 150, 3), activation='relu'))
model.add(MaxPooling2D(pool_size=(2, 2)))
model.add(Conv2D(32, kernel_size=3, activation='relu'))
model.add(MaxPooling2D(pool_size=(2, 2)))
model.add(Flatten())
model.add(Dense((64), activation='relu'))
model.add(Dropout(0.5))
model.add(Dense((1), activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='sgd', metrics=['accuracy'])

model.fit(  # diagnosis: path_given_for_pictures
    training_data,
    steps_per_epoch=4,
    epochs=5,
    validation_data=validation_data,
    validation_steps=4)
