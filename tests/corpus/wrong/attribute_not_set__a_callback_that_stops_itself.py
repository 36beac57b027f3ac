import numpy as np
import tensorflow as tf

class ReachTarget(tf.keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        if logs.get("accuracy") > 0.9:
            print("target reached, stopping")
            self.stop_training = True  # diagnosis: attribute_not_set

rng = np.random.default_rng(0)
y = rng.integers(0, 3, 300)
x = rng.random((300, 12, 12, 1)).astype("float32")
for i, k in enumerate(y):
    x[i, k * 4:k * 4 + 4] += 0.6
model = tf.keras.Sequential([
    tf.keras.layers.Input((12, 12, 1)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(3, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=15, callbacks=[ReachTarget()], verbose=2)
