"""ValueError: Shape must be rank 0 but is rank 1 for '{{node DecodeJpeg}}'."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
labels = rng.integers(0, 2, 24)
files = [tf.io.encode_jpeg(rng.integers(0, 256, (20, 24, 3)).astype("uint8")).numpy() for _ in labels]


def prepare(content, label):
    image = tf.image.decode_jpeg(content, channels=3)  # diagnosis: file_decoded_in_batches
    image = tf.image.resize(image, (16, 16)) / 255.0
    return image, label


train = tf.data.Dataset.from_tensor_slices((files, labels)).shuffle(24).batch(8)
train = train.map(prepare)

model = tf.keras.Sequential([
    tf.keras.Input((16, 16, 3)),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy")
model.fit(train, epochs=2)
