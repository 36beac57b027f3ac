"""Works in training, but for one new customer: KeyError / 'lookup failed' with num_oov_indices=0."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
cities = rng.choice(["Basel", "Bern", "Genf"], 200)
sales = (cities == "Bern") * 2.0 + rng.normal(size=200) * 0.1

lookup = tf.keras.layers.StringLookup(num_oov_indices=0, output_mode="one_hot")  # diagnosis: unseen_category_crashes
lookup.adapt(cities[:150])
model = tf.keras.Sequential([
    tf.keras.Input((1,), dtype="string"),
    lookup,
    tf.keras.layers.Dense(8, activation="relu"),
    tf.keras.layers.Dense(1),
])
model.compile(tf.keras.optimizers.Adam(0.01), "mse")
column = tf.constant(cities[:, None])
model.fit(column[:150], sales[:150], validation_data=(column[150:], sales[150:]), epochs=5, verbose=0)
print(model.predict(tf.constant([["Bern"], ["Zug"]]), verbose=0))  # diagnosis: unseen_category_crashes
