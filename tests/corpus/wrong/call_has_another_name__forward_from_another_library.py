"""Coming from PyTorch: Model Net does not have a `call()` method implemented"""
import numpy as np
import tensorflow as tf


class Net(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.fc1 = tf.keras.layers.Dense(32, activation="relu")
        self.fc2 = tf.keras.layers.Dense(3)

    def forward(self, x):  # diagnosis: call_has_another_name
        return self.fc2(self.fc1(x))


net = Net()
net.compile(optimizer="adam", loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True))
net.fit(np.random.rand(90, 6).astype("float32"), np.arange(90) % 3, epochs=2, verbose=0)
