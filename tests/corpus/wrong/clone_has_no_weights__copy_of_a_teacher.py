"""The copy answers as if it had never been trained."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(4)
x = rng.random((300, 20, 20, 3)).astype("float32")
y = np.argmax(x.mean((1, 2)), -1)

def make():
    m = tf.keras.Sequential([
        tf.keras.layers.Input((20, 20, 3)),
        tf.keras.layers.Conv2D(8, 3, activation="relu"),
        tf.keras.layers.GlobalAveragePooling2D(),
        tf.keras.layers.Dense(3, activation="softmax"),
    ])
    return m

teacher = make()
teacher.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
teacher.fit(x, y, epochs=3, verbose=0)
clone = tf.keras.models.clone_model(teacher)  # diagnosis: clone_has_no_weights
clone.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
print("teacher", teacher.evaluate(x, y, verbose=0))
print("clone", clone.evaluate(x, y, verbose=0))
