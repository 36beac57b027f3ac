"""Training loss 4 while the accuracy of evaluate is fine."""
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Dropout, Activation

np.random.seed(4)
X_train = np.random.randn(1500, 20)
W = np.random.randn(20)
y_train = (X_train @ W > 0).astype('float32')

model = Sequential()
model.add(Dense(64, input_dim=20))
model.add(Activation('relu'))
model.add(Dropout(0.2))
model.add(Dense(64))
model.add(Activation('relu'))
model.add(Dense(1))
model.add(Activation('sigmoid'))
model.add(Dropout(0.5))  # diagnosis: dropout_on_output
model.compile(loss='binary_crossentropy', optimizer='rmsprop', metrics=['accuracy'])
model.fit(X_train, y_train, epochs=10, batch_size=16, verbose=2)
