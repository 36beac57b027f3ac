"""An endless generator with steps_per_epoch and validation_steps."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)


def batches(seed, size=16):
    rng = np.random.default_rng(seed)
    while True:
        x = rng.normal(size=(size, 3)).astype("float32")
        yield x, (x[:, 0] > x[:, 1]).astype("float32")


model = tf.keras.Sequential([
    tf.keras.Input((3,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(batches(0), steps_per_epoch=20, validation_data=batches(1), validation_steps=4, epochs=6, verbose=0)
print(model.evaluate(batches(2), steps=4, verbose=0))
