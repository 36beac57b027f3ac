"""Written and read under the same names; expect_partial only because the optimizer is left out."""
import os
import tempfile

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(256, 6)).astype("float32")
y = (x[:, 0] + x[:, 1] > 0).astype("float32")[:, None]


def build():
    model = tf.keras.Sequential([
        tf.keras.Input((6,)),
        tf.keras.layers.Dense(16, activation="relu"),
        tf.keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
    return model


folder = tempfile.mkdtemp()
net = build()
net.fit(x, y, epochs=8, verbose=0)
step = tf.Variable(8, dtype=tf.int64)
manager = tf.train.CheckpointManager(tf.train.Checkpoint(net=net, step=step), os.path.join(folder, "c"), 2)
manager.save()

again = build()
tf.train.Checkpoint(net=again).restore(manager.latest_checkpoint).expect_partial()
assert np.allclose(net.predict(x, verbose=0), again.predict(x, verbose=0))
