"""I switched autotune off to save memory. Now the processor waits for the pipeline at every step."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
images = rng.integers(0, 256, (240, 24, 24, 3), dtype=np.uint8)
labels = (images[:, :12].mean(axis=(1, 2, 3)) > images[:, 12:].mean(axis=(1, 2, 3))).astype("int32")


def prepare(image, label):
    image = tf.image.convert_image_dtype(image, tf.float32)
    image = tf.image.resize(image, (32, 32))
    return image, label


options = tf.data.Options()
options.autotune.enabled = False
train = tf.data.Dataset.from_tensor_slices((images[:200], labels[:200])).shuffle(200)
train = train.with_options(options).map(prepare).batch(20)  # diagnosis: not_prefetched
val = tf.data.Dataset.from_tensor_slices((images[200:], labels[200:])).map(prepare).batch(20)
model = tf.keras.Sequential([
    tf.keras.Input((32, 32, 3)),
    tf.keras.layers.Conv2D(8, 3, strides=2, activation="relu"),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=val, epochs=3, verbose=2)  # diagnosis: not_prefetched
