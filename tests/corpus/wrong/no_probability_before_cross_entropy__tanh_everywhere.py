"""XOR with tanh in both layers: sometimes the loss jumps to 8 and stays there."""
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=np.float32)
y = np.array([[0], [1], [1], [0]], dtype=np.float32)

model = Sequential()
model.add(Dense(8, input_dim=2, activation='tanh'))
model.add(Dense(1, activation='tanh'))  # diagnosis: no_probability_before_cross_entropy
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x, y, batch_size=1, epochs=120, verbose=0)
print(model.predict(x))
