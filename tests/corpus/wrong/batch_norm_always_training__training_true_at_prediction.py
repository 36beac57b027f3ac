"""The same picture gets another score when it is predicted together with other pictures."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(200, 6)).astype("float32")
y = (x[:, 0] > 0).astype("int32")


class Net(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = tf.keras.layers.Dense(16, activation="relu")
        self.norm = tf.keras.layers.BatchNormalization()
        self.out = tf.keras.layers.Dense(1, activation="sigmoid")

    def call(self, inputs):
        h = self.hidden(inputs)
        h = self.norm(h, training=True)  # diagnosis: batch_norm_always_training
        return self.out(h)


net = Net()
net.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
net.fit(x[:160], y[:160], validation_data=(x[160:], y[160:]), epochs=6, verbose=0)
print(net.predict(x[160:164], verbose=0).ravel())
print(net.predict(x[[160, 199, 180]], verbose=0).ravel())
