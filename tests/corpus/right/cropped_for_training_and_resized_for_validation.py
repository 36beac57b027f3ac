"""Training pictures are brought to one size and cropped; held-out ones are resized, not cropped."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
kinds = rng.integers(0, 2, 160)
pictures = rng.integers(0, 90, (160, 20, 20, 3))
for picture, kind in zip(pictures, kinds):
    y, x = rng.integers(2, 10, 2)
    picture[y:y + 8, x:x + 8, 2 * kind] += 150
pictures = pictures.astype("uint8")


def cropped(picture, kind):
    picture = tf.image.resize(picture, (20, 20))
    return tf.image.random_crop(picture, (16, 16, 3)), kind


def shrunk(picture, kind):
    return tf.image.resize(picture, (16, 16)), kind


train = tf.data.Dataset.from_tensor_slices((pictures[:120], kinds[:120]))
train = train.shuffle(120).map(cropped).batch(12).prefetch(2)
held_out = tf.data.Dataset.from_tensor_slices((pictures[120:], kinds[120:]))
held_out = held_out.map(shrunk).batch(20)

model = keras.Sequential([
    keras.Input((16, 16, 3)),
    keras.layers.Rescaling(1 / 255),
    keras.layers.Conv2D(8, 3, activation="relu"),
    keras.layers.GlobalAveragePooling2D(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=held_out, epochs=5, verbose=0)
