import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, models

def make_cnn(filters):
    m = models.Sequential(name="cnn")  # diagnosis: layer_names_repeated
    m.add(layers.Input((16, 16, 1)))
    m.add(layers.Conv2D(filters, 3, activation="relu"))
    m.add(layers.Flatten())
    m.add(layers.Dense(4, activation="softmax"))
    m.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return m

x = np.random.rand(200, 16, 16, 1)
y = np.random.randint(0, 4, 200)
members = [make_cnn(f) for f in (4, 8, 12)]
for m in members:
    m.fit(x, y, epochs=1, verbose=0)

inp = layers.Input((16, 16, 1))
avg = layers.Average()([m(inp) for m in members])
ensemble = models.Model(inp, avg)
ensemble.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
print(ensemble.evaluate(x, y))
