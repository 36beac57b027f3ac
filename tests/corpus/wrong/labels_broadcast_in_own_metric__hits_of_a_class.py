"""My accuracy metric says 0.3 while Keras says 0.97 in the same line."""
import numpy as np
import keras
from keras import ops

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
kinds = rng.integers(0, 3, size=(600, 1))
sizes = rng.normal(size=(600, 6)) + 2.5 * np.eye(6)[kinds[:, 0]]


class Hits(keras.metrics.Metric):
    def __init__(self, name="hits", **kwargs):
        super().__init__(name=name, **kwargs)
        self.right = self.add_weight(name="right", initializer="zeros")
        self.seen = self.add_weight(name="seen", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        guess = ops.argmax(y_pred, axis=-1)
        same = ops.equal(ops.cast(y_true, "int32"), ops.cast(guess, "int32"))  # diagnosis: labels_broadcast_in_own_metric
        same = ops.cast(same, "float32")
        self.right.assign_add(ops.sum(same))
        self.seen.assign_add(ops.cast(ops.size(same), "float32"))

    def result(self):
        return self.right / self.seen


model = keras.Sequential([
    keras.Input((6,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
hits = Hits()
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy", hits])
model.fit(sizes, kinds, epochs=15, verbose=2)
