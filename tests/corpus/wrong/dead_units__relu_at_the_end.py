import keras
import numpy as np

np.random.seed(1)
keras.utils.set_random_seed(4)

# creating dataset
x = np.zeros((2000, 2), dtype=int)
x[500:1000, 1] += 1
x[1000:1500, 0] += 1
x[1500:, :] += 1

np.random.shuffle(x)
y = [bit1 ^ bit2 for bit1, bit2 in x]

x_train = x[:1500]
y_train = np.transpose(y[:1500])

x_test = x[1500:]
y_test = np.transpose(y[1500:])

# generating keras model
model = keras.models.Sequential([
    keras.layers.Input(shape=(2,)),
    keras.layers.Dense(2, activation='relu'),
    keras.layers.Dense(2, activation='relu'),
    keras.layers.Dense(1, activation='relu')  # diagnosis: dead_units
])

# compiling using stochastic gradient descent and MSE
model.compile(optimizer='SGD',
              loss='mean_squared_error')

# fit and evaluate
model.fit(x_train, y_train, epochs=5)
print(model.evaluate(x_test, y_test))
print(model.predict(np.array([[0, 0], [0, 1], [1, 0], [1, 1]])))
