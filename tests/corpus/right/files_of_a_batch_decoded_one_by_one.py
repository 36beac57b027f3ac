"""A batch of files of one size, decoded one after the other inside of map."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
labels = rng.integers(0, 2, 80)
photos = rng.integers(0, 120, (80, 16, 16, 3)).astype("uint8")
photos[labels == 1, 4:12, 4:12, 1] = 240
files = [tf.io.encode_png(photo).numpy() for photo in photos]


def decode(content):
    return tf.ensure_shape(tf.io.decode_png(content, channels=3), (16, 16, 3))


def prepare(contents, label):
    images = tf.map_fn(decode, contents, fn_output_signature=tf.uint8)
    return tf.cast(images, tf.float32) / 255.0, label


whole = tf.data.Dataset.from_tensor_slices((files, labels))
train = whole.take(60).shuffle(60).batch(10).map(prepare)
held_out = whole.skip(60).batch(10).map(prepare)

model = tf.keras.Sequential([
    tf.keras.Input((16, 16, 3)),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=held_out, epochs=8, verbose=0)
print(model.evaluate(held_out, verbose=0))
