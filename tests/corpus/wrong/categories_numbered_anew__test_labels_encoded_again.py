"""Validation 98 %, test 5 %. Same camera, same animals."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
animals = np.array(["ant", "bear", "cow", "dove"])


def photos(names):
    x = rng.random((len(names), 16, 16, 3)).astype("float32") * 0.4
    for i, name in enumerate(names):
        k = int(np.flatnonzero(animals == name)[0])
        x[i, 4 * k:4 * k + 4] += 0.5
    return x


train_names = rng.choice(animals, 200)
test_names = rng.choice(animals[1:], 60)
x_train, x_test = photos(train_names), photos(test_names)
y_train = np.unique(train_names, return_inverse=True)[1]
y_test = np.unique(test_names, return_inverse=True)[1]  # diagnosis: categories_numbered_anew

model = tf.keras.Sequential([
    tf.keras.Input((16, 16, 3)),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(4, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, validation_split=0.2, epochs=8, verbose=0)
print(model.evaluate(x_test, y_test, verbose=0))
