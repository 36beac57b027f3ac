"""The accuracy is 0.05 from the first epoch on and never changes. There are 20 groups of texts."""
import numpy as np
from sklearn.metrics import accuracy_score
from tensorflow.keras.layers import Activation, Dense, Dropout
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import set_random_seed, to_categorical
set_random_seed(0)
rng = np.random.default_rng(0)
centre = rng.normal(size=(20, 40))
y = rng.integers(0, 20, 4000)
X = centre[y] + rng.normal(0, 0.7, (4000, 40))
Y = to_categorical(y)
model = Sequential()
model.add(Dense(128, activation='relu', input_shape=(40,)))
model.add(Dropout(0.2))
model.add(Dense(1))  # diagnosis: classes_behind_one_unit
model.add(Activation('sigmoid'))
model.add(Dense(20, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X[:3200], Y[:3200], epochs=6, batch_size=64, validation_data=(X[3200:], Y[3200:]), verbose=2)
print(accuracy_score(y[3200:], model.predict(X[3200:], verbose=0).argmax(axis=1)))
