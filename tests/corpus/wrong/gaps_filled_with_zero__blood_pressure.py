"""Replacing the missing blood pressures by 0 made my model worse. Shouldn't the network ignore zeros?"""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
pressure = rng.normal(120, 12, 600)
age = rng.normal(55, 10, 600)
ill = (pressure + 0.3 * age + rng.normal(0, 5, 600) > 138).astype("float32")
pressure[rng.random(600) < 0.2] = np.nan  # not measured

X = np.column_stack([pressure, age])
X = np.nan_to_num(X, nan=0.0)  # diagnosis: gaps_filled_with_zero
X_train, X_test, y_train, y_test = X[:450], X[450:], ill[:450], ill[450:]

normalizer = tf.keras.layers.Normalization()
normalizer.adapt(X_train)
model = tf.keras.Sequential([
    tf.keras.Input((2,)),
    normalizer,
    tf.keras.layers.Dense(8, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, validation_data=(X_test, y_test), epochs=10, verbose=2)
