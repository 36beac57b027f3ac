"""Fraud is 5 % of my rows, so I repeat them. 99 % recall in validation, 40 % in production."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(19)
rng = np.random.default_rng(19)
x = rng.normal(size=(800, 10)).astype("float32")
y = (x[:, 0] + rng.normal(scale=0.5, size=800) > 1.9).astype("float32")
rare = np.flatnonzero(y == 1)
extra = rng.choice(rare, size=(y == 0).sum() - len(rare))
x = np.concatenate([x, x[extra]])
y = np.concatenate([y, y[extra]])
order = rng.permutation(len(x))  # diagnosis: validation_overlaps_training
cut = int(0.8 * len(x))
x_train, x_val = x[order[:cut]], x[order[cut:]]  # diagnosis: validation_overlaps_training
y_train, y_val = y[order[:cut]], y[order[cut:]]

model = tf.keras.Sequential([
    tf.keras.Input((10,)),
    tf.keras.layers.Dense(64, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=[tf.keras.metrics.Recall()])
model.fit(x_train, y_train, validation_data=(x_val, y_val), epochs=8, verbose=0)  # diagnosis: validation_overlaps_training
print(model.evaluate(x_val, y_val, verbose=0))
