"""predict gives another answer every time I call it with the same picture."""
import numpy as np
import keras
from keras import layers

keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)
y = rng.integers(0, 2, 160)
x = rng.random((160, 24, 24, 1)).astype("float32") * 0.5
x[y == 1, 6:18, 6:18] += 0.4


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.turn = layers.RandomRotation(0.2)
        self.zoom = layers.RandomZoom(0.3)
        self.conv = layers.Conv2D(8, 3, activation="relu")
        self.pool = layers.MaxPooling2D()
        self.flat = layers.Flatten()
        self.out = layers.Dense(1, activation="sigmoid")

    def call(self, inputs):
        h = self.zoom(self.turn(inputs, training=True), training=True)  # diagnosis: dropout_always_on
        return self.out(self.flat(self.pool(self.conv(h))))


model = Network()
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:128], y[:128], validation_data=(x[128:], y[128:]), epochs=4, verbose=2)
print(model.predict(x[:1], verbose=0), model.predict(x[:1], verbose=0))
