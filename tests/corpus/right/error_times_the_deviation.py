"""The error in units: of values that were turned back, and by the deviation alone; both agree."""
import numpy as np
from sklearn.metrics import mean_squared_error
from sklearn.preprocessing import MinMaxScaler, StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
rooms = rng.uniform(1, 8, (600, 3))
price = (rooms @ [[40000.0], [25000.0], [9000.0]]) + rng.normal(0, 5000, (600, 1)) + 60000
sx, sy = MinMaxScaler(), StandardScaler()
x_train, y_train = sx.fit_transform(rooms[:450]), sy.fit_transform(price[:450])
x_test, y_test = sx.transform(rooms[450:]), sy.transform(price[450:])

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(loss="mse", optimizer=keras.optimizers.Adam(0.01))
model.fit(x_train, y_train, epochs=30, batch_size=32, verbose=0)

predicted = model.predict(x_test, verbose=0)
print("dollars", np.sqrt(mean_squared_error(price[450:], sy.inverse_transform(predicted))))
mse = model.evaluate(x_test, y_test, verbose=0)
print("the same", np.sqrt(mse) * sy.scale_[0])
print("one house", sy.inverse_transform([[predicted[0, 0]]])[0, 0], price[450, 0])
mean = sy.inverse_transform([[np.mean(predicted)]])
print("on average", mean[0, 0], "and of these", price[450:].mean())
