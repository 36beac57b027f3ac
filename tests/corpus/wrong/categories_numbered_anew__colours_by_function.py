"""Good on the training cars, useless on the others."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

rs = np.random.RandomState(10)
colors = np.array(['red', 'green', 'blue', 'black', 'white', 'silver'])
value = {'red': 3., 'green': -2., 'blue': 5., 'black': 0., 'white': 4., 'silver': -4.}
color = rs.choice(colors, 1500)
mileage = rs.rand(1500) * 100
price = np.array([value[c] for c in color]) - 0.05 * mileage + rs.randn(1500) * .3

def label_encode(values):
    names = {}
    codes = []
    for v in values:
        if v not in names:
            names[v] = len(names)
        codes.append(names[v])
    return np.array(codes)

split = 1200
train_codes = label_encode(color[:split])
test_codes = label_encode(color[split:])  # diagnosis: categories_numbered_anew
X_train = np.concatenate([np.eye(6)[train_codes], mileage[:split, None] / 100], axis=1)
X_test = np.concatenate([np.eye(6)[test_codes], mileage[split:, None] / 100], axis=1)

model = Sequential()
model.add(Dense(32, activation='relu'))
model.add(Dense(1))
model.compile(optimizer='adam', loss='mse')
model.fit(X_train, price[:split], epochs=30, verbose=0)
print('train', model.evaluate(X_train, price[:split], verbose=0))
print('test', model.evaluate(X_test, price[split:], verbose=0))
