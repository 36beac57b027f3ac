"""Every single customer gets the same prediction."""
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Dropout

np.random.seed(7)
N = 1200
age = np.random.randint(18, 75, N)
balance = np.random.exponential(40000, N)
products = np.random.randint(1, 5, N)
salary = np.random.uniform(10000, 150000, N)
exited = ((age > 48) & (products < 3) | (balance > 90000)).astype(int)
X = np.stack([age, balance, products, salary], axis=1).astype('float32')

def scale(a):
    return (a - a.mean(axis=0)) / (a.std(axis=0) + 1e-8)

X_train = scale(X[:1000])
X_test = scale(X[1000:])  # diagnosis: part_scaled_by_itself
y_train, y_test = exited[:1000], exited[1000:]

classifier = Sequential()
classifier.add(Dense(16, activation='relu', input_dim=4))
classifier.add(Dropout(0.1))
classifier.add(Dense(16, activation='relu'))
classifier.add(Dense(1, activation='sigmoid'))
classifier.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
classifier.fit(X_train, y_train, batch_size=10, epochs=10, verbose=2)
print(classifier.evaluate(X_test, y_test, verbose=0))

# now one customer at a time
for row in X[1000:1006]:
    customer = scale(row.reshape(1, -1))
    print(row, classifier.predict(customer, verbose=0))
