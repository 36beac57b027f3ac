"""Shuffle features, shuffle labels, train: stuck at chance."""
import numpy as np
import tensorflow as tf
from sklearn.model_selection import train_test_split
from sklearn.utils import shuffle

tf.keras.utils.set_random_seed(2)
features = np.random.normal(size=(500, 6)).astype("float32")
targets = (features[:, 0] - features[:, 3] > 0.1).astype("int32")

features = shuffle(features)
targets = shuffle(targets)  # diagnosis: shuffled_apart
x_train, x_test, y_train, y_test = train_test_split(features, targets, test_size=0.2, random_state=0)

model = tf.keras.Sequential([
    tf.keras.Input((6,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, epochs=8, verbose=0)
print(model.evaluate(x_test, y_test, verbose=0))
