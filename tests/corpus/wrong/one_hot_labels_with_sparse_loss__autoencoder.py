"""An autoencoder of digits: the rank of target and output."""
import numpy as np
from tensorflow.keras.layers import Dense, Flatten, Reshape
from tensorflow.keras.models import Sequential

rng = np.random.default_rng(8)
x_train = np.zeros((500, 28, 28))
for img in x_train:
    a, b = rng.integers(2, 18, 2)
    img[a:a + 8, b:b + 8] = 255
x_train = x_train / 255

model3 = Sequential()
model3.add(Flatten(input_shape=x_train.shape[1:]))
model3.add(Dense(300, activation='relu'))
model3.add(Dense(150, activation='relu'))
model3.add(Dense(300, activation='relu'))
model3.add(Dense(784, activation='relu'))
model3.add(Reshape((28, 28)))

model3.compile(optimizer='adam', loss='sparse_categorical_crossentropy')  # diagnosis: one_hot_labels_with_sparse_loss
model3.summary()
model3.fit(x_train, x_train, epochs=1, batch_size=50)
