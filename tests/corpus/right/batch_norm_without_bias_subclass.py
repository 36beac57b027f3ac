import numpy as np
import keras
from keras import layers

np.random.seed(11)
y = np.random.randint(0, 3, 1500)
c = np.array([[2, 0, 1, 0], [0, 2, 0, 1], [-1, -1, 1, -1]])
x = c[y] + 0.5 * np.random.randn(1500, 4)

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.blocks = [layers.Dense(30, use_bias=False) for _ in range(4)]
        self.norms = [layers.BatchNormalization() for _ in range(4)]
        self.out = layers.Dense(3)

    def call(self, inputs, training=None):
        h = inputs
        for dense, norm in zip(self.blocks, self.norms):
            h = keras.activations.relu(norm(dense(h), training=training))
        return self.out(h)

net = Net()
net.compile(optimizer=keras.optimizers.Adam(1e-3), loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=['accuracy'])
net.fit(x[:1200], y[:1200], epochs=10, validation_data=(x[1200:], y[1200:]), verbose=2)
