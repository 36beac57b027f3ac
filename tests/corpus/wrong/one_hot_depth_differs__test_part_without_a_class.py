"""evaluate fails although fit works."""
import numpy as np
from tensorflow import keras
from tensorflow.keras.utils import to_categorical

rng = np.random.RandomState(0)
X = rng.randn(900, 6)
y = np.clip((X[:, 0] * 1.5 + 2.5).astype(int), 0, 5)
X_train, y_train = X[:800], y[:800]
X_test, y_test = X[800:], y[800:]
keep = y_test < 5
X_test, y_test = X_test[keep], y_test[keep]

y_train = to_categorical(y_train)
y_test = to_categorical(y_test)  # diagnosis: one_hot_depth_differs
model = keras.Sequential([keras.layers.Dense(32, activation='relu'), keras.layers.Dense(6, activation='softmax')])
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X_train, y_train, epochs=5, verbose=2)
print(model.evaluate(X_test, y_test))
