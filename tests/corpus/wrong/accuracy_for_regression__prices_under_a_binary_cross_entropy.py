# predict the price of a used car, following a tutorial on the diabetes csv
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Input

rng = np.random.default_rng(7)


def load_cars(n=2000):
    year = rng.integers(2002, 2021, n)
    km = rng.gamma(3, 30000, n)
    power = rng.normal(100, 25, n).clip(45, 250)
    doors = rng.choice([3, 5], n)
    price = 600 * (year - 2000) + 70 * power - 0.02 * km + 400 * (doors == 5)
    price = (price + rng.normal(0, 400, n)).clip(300, None)
    return pd.DataFrame(dict(year=year, km=km, power=power, doors=doors, price=price))


df = load_cars()
X = df.drop('price', axis=1).values
y = df['price'].values

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=3)
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)

model = Sequential()
model.add(Input(shape=(4,)))
model.add(Dense(12, activation='relu'))
model.add(Dense(8, activation='relu'))
model.add(Dense(1, activation='sigmoid'))

model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])  # diagnosis: accuracy_for_regression

model.fit(X_train, y_train, epochs=15, batch_size=20, verbose=2)  # diagnosis: binary_targets_out_of_range

_, accuracy = model.evaluate(X_test, y_test, verbose=0)
print('Accuracy: %.2f' % (accuracy * 100))
print(model.predict(X_test[:5], verbose=0).ravel(), y_test[:5])
