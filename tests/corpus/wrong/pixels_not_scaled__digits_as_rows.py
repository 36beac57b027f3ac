"""A network with one hidden layer gets 10 % right on ten digits, as if it were guessing."""
import numpy as np
from keras.models import Sequential
from keras.layers import Dense
from keras.utils import to_categorical

np.random.seed(2)
patterns = np.random.randint(0, 256, (10, 784))
digit = np.random.randint(0, 10, 2000)
noise = np.random.normal(0, 60, (2000, 784))
X_train = np.clip(patterns[digit] + noise, 0, 255).astype('uint8')
X_train = X_train.reshape(2000, 784).astype('float32')
Y_train = to_categorical(digit, 10)

model = Sequential()  # diagnosis: pixels_not_scaled
model.add(Dense(15, activation='sigmoid', input_shape=(784,)))
model.add(Dense(10, activation='softmax'))
model.summary()
model.compile(optimizer='sgd', loss='categorical_crossentropy', metrics=['accuracy'])
model.fit(X_train, Y_train, epochs=10, batch_size=32, verbose=2, validation_split=0.1)
