"""My metric class fails with: is out of scope and cannot be used here."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)

class Hits(tf.keras.metrics.Metric):
    def __init__(self, name="hits", **kwargs):
        super().__init__(name=name, **kwargs)
        self.right = 0
        self.seen = 0

    def update_state(self, y_true, y_pred, sample_weight=None):
        ok = tf.equal(tf.cast(y_true, tf.int64)[:, 0], tf.argmax(y_pred, axis=1))
        self.right += tf.reduce_sum(tf.cast(ok, tf.float32))  # diagnosis: tensor_kept_from_graph
        self.seen += tf.shape(y_pred)[0]  # diagnosis: tensor_kept_from_graph

    def result(self):
        return self.right / tf.cast(self.seen, tf.float32)

X = np.random.randn(600, 4).astype("float32")
y = X.argmax(axis=1).reshape(-1, 1)
model = tf.keras.Sequential([tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(4, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=[Hits()])
model.fit(X, y, epochs=3)
