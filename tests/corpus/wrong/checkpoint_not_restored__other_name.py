"""Restoring from the checkpoint prints no error, but the restored network is as bad as a fresh one."""
import os, tempfile
import numpy as np
import tensorflow as tf

tf.random.set_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(256, 6)).astype("float32")
y = (x[:, 0] * x[:, 1] > 0).astype("float32")[:, None]
folder = tempfile.mkdtemp()


def build():
    return tf.keras.Sequential([
        tf.keras.Input((6,)),
        tf.keras.layers.Dense(24, activation="relu"),
        tf.keras.layers.Dense(1, activation="sigmoid"),
    ])


net = build()
net.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
net.fit(x, y, epochs=12, verbose=0)
path = tf.train.Checkpoint(net=net).save(os.path.join(folder, "ckpt"))
print("before", net.evaluate(x, y, verbose=0))

fresh = build()
fresh.compile("adam", "binary_crossentropy", metrics=["accuracy"])
checkpoint = tf.train.Checkpoint(model=fresh)
checkpoint.restore(path).expect_partial()  # diagnosis: checkpoint_not_restored
print("after", fresh.evaluate(x, y, verbose=0))
