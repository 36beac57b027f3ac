"""What sizes come out of a network, looked at before it is trained; and then it is trained."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
x = rng.normal(size=(240, 12)).astype("float32")
y = (x[:, :6].sum(axis=1) > x[:, 6:].sum(axis=1)).astype("float32")

model = keras.Sequential([keras.Input((12,)), layers.Dense(16, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
print("before:", model.predict(x[:4], verbose=0).shape)

model.fit(x[:180], y[:180], epochs=20, batch_size=16, validation_data=(x[180:], y[180:]), verbose=0)
print("after:", model.evaluate(x[180:], y[180:], verbose=0))
