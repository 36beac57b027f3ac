"""Accuracy 0.1 and a loss below zero on ten digits."""
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Flatten, Conv2D, MaxPooling2D

np.random.seed(6)
y_train = np.random.randint(0, 10, 1200)
x_train = np.random.rand(1200, 20, 20, 1) * 0.3
for i in range(1200):
    x_train[i, 2 * y_train[i]:2 * y_train[i] + 2] += 0.7

model = Sequential()
model.add(Conv2D(16, (3, 3), activation='relu', input_shape=(20, 20, 1)))
model.add(MaxPooling2D())
model.add(Flatten())
model.add(Dense(64, activation='relu'))
model.add(Dense(1, activation='sigmoid'))
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])  # diagnosis: binary_targets_out_of_range
model.fit(x_train, y_train, epochs=4, batch_size=64)
