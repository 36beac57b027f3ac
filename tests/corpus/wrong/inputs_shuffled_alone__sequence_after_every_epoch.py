import math
import numpy as np
import tensorflow as tf
from tensorflow.keras.utils import Sequence

class DataGen(Sequence):
    def __init__(self, x, y, batch_size=16):
        super().__init__()
        self.x, self.y, self.bs = x, y, batch_size
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.x) / self.bs)

    def __getitem__(self, idx):
        s = slice(idx * self.bs, (idx + 1) * self.bs)
        return self.x[s], self.y[s]

    def on_epoch_end(self):
        np.random.shuffle(self.x)  # diagnosis: inputs_shuffled_alone

X = np.random.rand(400, 16, 16, 1).astype('float32') * 0.5
Y = np.random.randint(0, 4, 400)
for i in range(400):
    X[i, Y[i] * 4:Y[i] * 4 + 4] += 0.5
Xv, Yv = X[320:].copy(), Y[320:].copy()

model = tf.keras.Sequential([
    tf.keras.layers.Input((16, 16, 1)),
    tf.keras.layers.Conv2D(8, 3, activation='relu'),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(4, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(DataGen(X[:320], Y[:320]), validation_data=(Xv, Yv), epochs=6)
