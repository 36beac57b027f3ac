"""Rent from district and size: the districts go into the network as the codes that np.unique gives."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
names = np.array(["harbour", "old town", "west", "station", "hill", "park", "mill"])
level = np.array([3.0, -2.0, 1.0, -1.5, 2.5, -3.0, 0.5])
chosen = rng.integers(0, 7, 600)
district, size = names[chosen], rng.normal(size=600)
rent = (level[chosen] + size + rng.normal(scale=0.1, size=600)).astype("float32")

_, codes = np.unique(district, return_inverse=True)  # diagnosis: category_numbered_not_encoded
features = np.column_stack([codes, size]).astype("float32")
model = tf.keras.Sequential([
    tf.keras.Input((2,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1),
])
model.compile("adam", "mse", metrics=["mae"])
model.fit(features[:480], rent[:480], validation_data=(features[480:], rent[480:]), epochs=10, verbose=0)
print(model.evaluate(features[480:], rent[480:], verbose=0))
