import numpy as np
import keras
from keras import layers
rng = np.random.default_rng(0)
x = rng.normal(size=(600, 8)).astype("float32")
w = rng.normal(size=(8, 3))
y = (x @ w).argmax(1)

x = x * 50 + 100
train_x, test_x, train_y, test_y = x[:500], x[500:], y[:500], y[500:]
mean, std = train_x.mean(0), train_x.std(0)
train_x = (train_x - mean) / std
model = keras.Sequential([
    keras.Input((8,)),
    layers.Dense(64, activation="relu"),
    layers.Dense(3, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train_x, train_y, epochs=10, verbose=0)
print(model.evaluate(test_x, test_y, verbose=0))  # diagnosis: tested_on_other_scale
