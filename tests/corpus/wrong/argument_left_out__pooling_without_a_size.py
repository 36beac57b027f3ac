"""This line of my old notebook stops with a TypeError."""
import numpy as np
from keras.models import Sequential
from keras.layers import Conv2D, Flatten, Dense, AveragePooling2D

np.random.seed(0)
k = np.random.randint(0, 2, 800)
img = np.random.randn(800, 16, 16, 1) * 0.2
for i in range(800):
    a, b = np.random.randint(2, 12, 2)
    s = np.random.choice([-1, 1])
    if k[i]: img[i, a:a + 3, b, 0] += s; img[i, a, b:b + 3, 0] += s
    else: img[i, a:a + 3, b, 0] += s; img[i, a, b:b + 3, 0] -= s

model = Sequential()
model.add(Conv2D(8, (3, 3), activation='relu', input_shape=(16, 16, 1)))
model.add(AveragePooling2D())  # diagnosis: argument_left_out
model.add(Conv2D(16, (3, 3)))
model.add(Flatten())
model.add(Dense(32))
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(img, k, epochs=6, batch_size=32, validation_split=0.2)
