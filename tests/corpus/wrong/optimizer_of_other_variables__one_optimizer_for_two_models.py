"""Unknown variable: ... This optimizer can only be called for the variables it was originally built with."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = rng.normal(size=(120, 4)).astype("float32")
y = (x[:, 0] > 0).astype("int32")
optimizer = tf.keras.optimizers.Adam(0.01)  # diagnosis: optimizer_of_other_variables


def build(units):
    model = tf.keras.Sequential([
        tf.keras.Input((4,)),
        tf.keras.layers.Dense(units, activation="relu"),
        tf.keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer, "binary_crossentropy", metrics=["accuracy"])  # diagnosis: optimizer_of_other_variables
    return model


results = {}
for units in (4, 8, 16):
    history = build(units).fit(x[:90], y[:90], validation_data=(x[90:], y[90:]), epochs=3, verbose=0)  # diagnosis: optimizer_of_other_variables
    results[units] = history.history["val_accuracy"][-1]
print(results)
