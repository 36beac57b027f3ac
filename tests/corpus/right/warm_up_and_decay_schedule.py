"""A schedule object of one's own: linear warm-up, then inverse square root."""
import numpy as np
import tensorflow as tf


class WarmUp(tf.keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, peak, steps):
        self.peak, self.steps = peak, steps

    def __call__(self, step):
        step = tf.cast(step, tf.float32) + 1.0
        return self.peak * tf.minimum(step / self.steps, tf.sqrt(self.steps / step))

    def get_config(self):
        return {"peak": self.peak, "steps": self.steps}


tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
y = rng.integers(0, 3, 300)
x = (rng.normal(size=(300, 6)) + 2 * np.eye(6)[y]).astype("float32")
model = tf.keras.Sequential([tf.keras.Input((6,)), tf.keras.layers.Dense(24, activation="relu"), tf.keras.layers.Dense(3, activation="softmax")])
model.compile(tf.keras.optimizers.Adam(WarmUp(0.02, 20.0)), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:240], y[:240], validation_data=(x[240:], y[240:]), epochs=8, verbose=0)
