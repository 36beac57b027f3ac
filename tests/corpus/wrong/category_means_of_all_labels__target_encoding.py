"""Target encoding of the seller id: validation R2 is 0.9, the leaderboard says 0.0."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(22)
rng = np.random.default_rng(22)
seller = rng.integers(0, 250, 600)
weight = rng.normal(size=600)
price = rng.normal(size=600).astype("float32")

total = np.zeros(250)
np.add.at(total, seller, price)  # diagnosis: category_means_of_all_labels
seller_mean = (total / np.maximum(np.bincount(seller, minlength=250), 1))[seller]  # diagnosis: category_means_of_all_labels
features = np.stack([seller_mean, weight], axis=1).astype("float32")
order = rng.permutation(600)
train, test = order[:450], order[450:]
model = tf.keras.Sequential([
    tf.keras.Input((2,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1),
])
model.compile(tf.keras.optimizers.Adam(0.01), "mse", metrics=["mae"])
model.fit(features[train], price[train], validation_data=(features[test], price[test]), epochs=8, verbose=0)
print(model.evaluate(features[test], price[test], verbose=0))
