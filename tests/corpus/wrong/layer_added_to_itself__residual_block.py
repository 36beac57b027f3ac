"""My ResNet of 12 blocks does not train, although residual networks should be easy to train deep."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
labels = rng.integers(0, 3, 120)
images = rng.random((120, 16, 16, 1)).astype("float32") * 0.5
for i, k in enumerate(labels):
    images[i, 5 * k:5 * k + 5] += 0.5


def residual_block(x, filters):
    x = layers.Conv2D(filters, 3, padding="same", use_bias=False)(x)
    x = layers.BatchNormalization()(x)
    x = layers.ReLU()(x)
    x = layers.Conv2D(filters, 3, padding="same", use_bias=False)(x)
    x = layers.BatchNormalization()(x)
    shortcut = x
    x = layers.Add()([x, shortcut])  # diagnosis: layer_added_to_itself
    return layers.ReLU()(x)


inputs = layers.Input((16, 16, 1))
x = layers.Conv2D(8, 3, padding="same", activation="relu")(inputs)
for _ in range(3):
    x = residual_block(x, 8)
x = layers.GlobalAveragePooling2D()(x)
model = tf.keras.Model(inputs, layers.Dense(3, activation="softmax")(x))
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(images[:96], labels[:96], validation_data=(images[96:], labels[96:]), epochs=4, verbose=2)
