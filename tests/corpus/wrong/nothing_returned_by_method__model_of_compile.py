import numpy as np
from keras import Input, Sequential, layers

X = np.random.default_rng(0).normal(size=(64, 5))
y = X.sum(axis=1)


def build():
    model = Sequential([Input((5,)), layers.Dense(16, activation="relu"), layers.Dense(1)])
    return model


model = build()
model = model.compile(optimizer="adam", loss="mse")  # diagnosis: nothing_returned_by_method
history = model.fit(X, y, epochs=3)
