"""Input 0 of layer "conv2d" is incompatible with the layer: expected min_ndim=4, found ndim=3."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
images = rng.random((200, 28, 28)).astype("float32")
labels = (images[:, :14].mean(axis=(1, 2)) > images[:, 14:].mean(axis=(1, 2))).astype("int32")
print(images.shape, labels.shape)


def build():
    model = tf.keras.models.Sequential()
    model.add(tf.keras.layers.Conv2D(16, (3, 3), activation="relu"))  # diagnosis: channel_axis_missing
    model.add(tf.keras.layers.MaxPooling2D())
    model.add(tf.keras.layers.Flatten())
    model.add(tf.keras.layers.Dense(2, activation="softmax"))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


model = build()
model.fit(images[:160], labels[:160], validation_data=(images[160:], labels[160:]), epochs=2)  # diagnosis: channel_axis_missing
