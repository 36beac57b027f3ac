"""val_accuracy stays at chance while accuracy is perfect (own pictures)"""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(8)
labels = np.arange(400) % 2
pictures = rng.integers(0, 60, (400, 12, 12, 1)).astype("uint8")
pictures[labels == 1, 3:9, 3:9] = 220
pictures[labels == 0, 3:9, 5:7] = 220
x_train, x_val, y_train, y_val = pictures[:300], pictures[300:], labels[:300], labels[300:]
x_train = x_train.astype("float32") / 255.0

net = tf.keras.Sequential([
    tf.keras.Input((12, 12, 1)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
net.compile("adam", "binary_crossentropy", metrics=["accuracy"])
net.fit(x_train, y_train, epochs=5, validation_data=(x_val, y_val), verbose=0)  # diagnosis: tested_on_other_scale
