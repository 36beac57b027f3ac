"""Ten classes of small pictures, scaled, softmax, and the accuracy stays at ten percent."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers


def cifar_like(count, seed):
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 10, (count, 1)).astype("uint8")
    images = rng.integers(0, 160, (count, 32, 32, 3)).astype("uint8")
    for image, label in zip(images, labels[:, 0]):
        row, column = divmod(int(label), 4)
        image[row * 10 : row * 10 + 9, column * 8 : column * 8 + 8] += 95
    return images / 255.0, tf.keras.utils.to_categorical(labels, 10)


tf.keras.utils.set_random_seed(4)
(x_train, y_train), (x_test, y_test) = cifar_like(1200, 0), cifar_like(300, 1)

model = tf.keras.Sequential()
model.add(tf.keras.Input((32, 32, 3)))
model.add(layers.Conv2D(16, (3, 3), activation="relu"))
model.add(layers.MaxPooling2D((2, 2)))
model.add(layers.Conv2D(32, (3, 3), activation="relu"))
model.add(layers.MaxPooling2D((2, 2)))
model.add(layers.Flatten())
model.add(layers.Dense(32, activation="relu"))
model.add(layers.Dense(10, activation="softmax"))

opt = tf.keras.optimizers.Adam(learning_rate=0.1)  # diagnosis: learning_rate_too_high
model.compile(loss="categorical_crossentropy", optimizer=opt, metrics=["accuracy"])  # diagnosis: learning_rate_too_high
model.fit(x_train, y_train, batch_size=64, epochs=5, validation_data=(x_test, y_test), verbose=2)  # diagnosis: learning_rate_too_high
