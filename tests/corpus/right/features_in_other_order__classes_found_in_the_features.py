"""Groups are found among the features of a shuffled dataset, and a head learns to tell them: any order will do."""
import keras
import numpy as np
import tensorflow as tf
from sklearn.cluster import KMeans

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
middles = rng.normal(size=(3, 10))
rows = (middles[np.arange(240) % 3] + 0.2 * rng.normal(size=(240, 10))).astype("float32")
train = tf.data.Dataset.from_tensor_slices(rows).shuffle(240).batch(24)

encoder = keras.Sequential([keras.Input((10,)), keras.layers.Dense(6)])
features = encoder.predict(train, verbose=0)
groups = KMeans(3, n_init=4, random_state=0).fit_predict(features)

head = keras.Sequential([keras.Input((6,)), keras.layers.Dense(3, activation="softmax")])
head.compile(keras.optimizers.Adam(0.05), "sparse_categorical_crossentropy", metrics=["accuracy"])
head.fit(features, groups, epochs=15, verbose=0)
