"""One pass over many rows is enough for a first look."""
import numpy as np
import keras

rng = np.random.default_rng(8)
x = rng.normal(size=(6000, 6)).astype('float32')
y = (x[:, 0] + x[:, 1] > 0).astype('int64')
x_train, x_test, y_train, y_test = x[:5000], x[5000:], y[:5000], y[5000:]

model = keras.Sequential([
    keras.Input((6,)),
    keras.layers.Dense(32, activation='relu'),
    keras.layers.Dense(2, activation='softmax'),
])
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(x_train, y_train)
print(model.evaluate(x_test, y_test))
