# exclusive or from many copies of the four inputs, 15000 to train and 5000 to test: test loss is 4, train loss 0
import keras
import numpy as np

keras.utils.set_random_seed(3)

x = np.zeros((8000, 2), dtype=int)
x[2000:4000, 1] += 1
x[4000:6000, 0] += 1
x[6000:, :] += 1
y = [a ^ b for a, b in x]

x_train, x_test = x[:6000], x[6000:]
y_train = np.array(y[:6000])  # diagnosis: rows_cut_in_class_order
y_test = np.array(y[6000:])

model = keras.models.Sequential([
    keras.Input(shape=(2,)),
    keras.layers.Dense(8, activation='relu'),
    keras.layers.Dense(1),
])
model.compile(optimizer='adam', loss='mse')
model.fit(x_train, y_train, epochs=4, verbose=2)
print(model.evaluate(x_test, y_test, verbose=0))
