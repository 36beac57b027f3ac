"""I fixed the seed and get other scores every time I start the script."""
import numpy as np
from sklearn.datasets import load_wine
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Input

# for reproducible results
np.random.seed(1234)  # diagnosis: seed_does_not_reach

wine = load_wine()
order = np.random.permutation(len(wine.target))
X, y = wine.data[order], wine.target[order]
X = (X - X[:140].mean(axis=0)) / X[:140].std(axis=0)

model = Sequential()
model.add(Input((13,)))
model.add(Dense(12, activation='relu'))
model.add(Dense(3, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X[:140], y[:140], epochs=20, batch_size=10, verbose=0)
print(model.evaluate(X[140:], y[140:], verbose=0))
