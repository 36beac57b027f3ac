"""Random split: 0.97 validation accuracy. On patients from another hospital it is 0.55."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
patients = rng.normal(size=(30, 20))
ill = rng.integers(0, 2, 30)
scan_of = np.repeat(np.arange(30), 10)  # ten scans of each patient
scans = (patients[scan_of] + 0.05 * rng.normal(size=(300, 20))).astype("float32")
labels = ill[scan_of]

order = rng.permutation(300)
train, val = order[:240], order[240:]  # diagnosis: row_I15
model = tf.keras.Sequential([
    tf.keras.Input((20,)),
    tf.keras.layers.Dense(64, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.005), "binary_crossentropy", metrics=["accuracy"])
model.fit(  # diagnosis: row_I15
    scans[train], labels[train], validation_data=(scans[val], labels[val]), epochs=12, verbose=2
)
