"""Input 0 of layer is incompatible with the layer ... found shape=(None,). My images are (20, 20, 1)!"""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
images = rng.random((90, 20, 20, 1)).astype("float32")
labels = rng.integers(0, 3, 90)


def pairs():
    for image, label in zip(images, labels):
        yield label, image  # diagnosis: labels_and_inputs_swapped


ds = tf.data.Dataset.from_generator(  # diagnosis: labels_and_inputs_swapped
    pairs,
    output_signature=(  # diagnosis: labels_and_inputs_swapped
        tf.TensorSpec((), tf.int64),
        tf.TensorSpec((20, 20, 1), tf.float32),
    ),
)
ds = ds.shuffle(90).batch(15).prefetch(tf.data.AUTOTUNE)

inp = tf.keras.Input((20, 20, 1))
x = tf.keras.layers.Conv2D(4, 3, activation="relu")(inp)
x = tf.keras.layers.Flatten()(x)
model = tf.keras.Model(inp, tf.keras.layers.Dense(3, activation="softmax")(x))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(ds, epochs=2)  # diagnosis: labels_and_inputs_swapped
