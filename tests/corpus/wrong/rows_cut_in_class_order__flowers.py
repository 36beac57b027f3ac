# training accuracy 0.95 but the test accuracy of my flowers is 0.3, is the network too small?
import numpy as np
from tensorflow import keras

keras.utils.set_random_seed(0)


def flowers():
    rng = np.random.default_rng(0)
    means = np.array([[5.0, 3.4, 1.5, 0.2], [5.9, 2.8, 4.3, 1.3], [6.6, 3.0, 5.6, 2.0]])
    rows = [rng.normal(m, [0.4, 0.3, 0.3, 0.2], (50, 4)) for m in means]
    return np.concatenate(rows), np.repeat([0, 1, 2], 50)


X, y = flowers()
X_train, X_test = X[:110], X[110:]
y_train, y_test = y[:110], y[110:]  # diagnosis: rows_cut_in_class_order

model = keras.Sequential([
    keras.layers.Input((4,)),
    keras.layers.Dense(16, activation='relu'),
    keras.layers.Dense(3, activation='softmax')])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(X_train, y_train, epochs=30, batch_size=8, verbose=0)
print(model.evaluate(X_test, y_test, verbose=0))
