import numpy as np
from tensorflow.keras.layers import Input, Conv2D, Flatten, Dense, concatenate
from tensorflow.keras.models import Model

rng = np.random.default_rng(0)
imgs = rng.random((200, 16, 16, 1)).astype("float32")
meta = rng.random((200, 4)).astype("float32")
y = (imgs.mean((1, 2, 3)) + meta.mean(1) > 1).astype("float32")

def generator(batch):
    while True:
        idx = rng.integers(0, 200, batch)
        yield [imgs[idx], meta[idx]], y[idx]  # diagnosis: generator_gives_list

a = Input((16, 16, 1)); b = Input((4,))
f = Flatten()(Conv2D(4, 3, activation="relu")(a))
out = Dense(1, activation="sigmoid")(concatenate([f, b]))
model = Model([a, b], out)
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(generator(20), steps_per_epoch=10, epochs=3)
