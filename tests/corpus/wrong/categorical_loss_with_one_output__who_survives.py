"""The loss makes no sense from the first epoch on and the accuracy never changes."""
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

titanic = np.random.rand(800, 6)
survived = (titanic[:, 0] + titanic[:, 2] > 1).astype(int)

model = Sequential()
model.add(Dense(12, activation='relu', input_dim=6))
model.add(Dense(6, activation='relu'))
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])  # diagnosis: categorical_loss_with_one_output
model.fit(titanic, survived, epochs=10, batch_size=10)
