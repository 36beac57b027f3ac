"""I have 90 test images and get 64 predictions. Where are the others?"""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
images = rng.random((290, 10, 10, 1)).astype("float32")
labels = (images[:, :5].sum(axis=(1, 2, 3)) > images[:, 5:].sum(axis=(1, 2, 3))).astype("int32")
BATCH = 32


def make(x, y, shuffle):
    ds = tf.data.Dataset.from_tensor_slices((x, y))
    if shuffle:
        ds = ds.shuffle(len(x))
    return ds.batch(BATCH, drop_remainder=True).prefetch(tf.data.AUTOTUNE)  # diagnosis: last_examples_not_judged


train, test = make(images[:200], labels[:200], True), make(images[200:], labels[200:], False)
model = keras.Sequential([
    keras.Input((10, 10, 1)),
    keras.layers.Flatten(),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.003), "binary_crossentropy", metrics=["accuracy"])
model.fit(train, epochs=8, verbose=0)
predictions = model.predict(test, verbose=0)  # diagnosis: last_examples_not_judged
print(len(labels[200:]), "labels and", len(predictions), "predictions")
