from keras.models import Model
from keras.layers import Input, Conv2D, Flatten, Dense, concatenate, Dropout
import numpy as np

rng = np.random.default_rng(0)
imgs = rng.random((300, 16, 16, 1)).astype("float32")
meta = rng.random((300, 4)).astype("float32")
y = ((imgs[:, :8].mean((1, 2, 3)) - .5) * 20 + meta[:, 0] > .5).astype("float32")

def generator(a, b, t, batch):
    while True:
        idx = rng.integers(0, len(a), batch)
        yield (a[idx], b[idx]), t[idx]

a = Input((16, 16, 1)); b = Input((4,))
f = Dense(16, activation="relu")(Flatten()(Conv2D(4, 3, activation="relu")(a)))
g = Dense(8, activation="relu")(b)
out = Dense(1, activation="sigmoid")(Dropout(.1)(concatenate([f, g])))
model = Model([a, b], out)
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(generator(imgs[:240], meta[:240], y[:240], 20), steps_per_epoch=12, epochs=10, validation_data=((imgs[240:], meta[240:]), y[240:]), verbose=2)
print(model.predict([imgs[:3], meta[:3]]))
