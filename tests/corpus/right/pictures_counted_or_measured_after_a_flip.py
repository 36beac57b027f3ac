"""How bright a picture is does not change when it is flipped; the target is a number."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
brightness = rng.uniform(0.1, 0.9, 160).astype("float32")
images = (rng.random((160, 16, 16, 1)) * 0.2 + brightness[:, None, None, None] * 0.8).astype("float32")


def augment(image, target):
    return tf.image.random_flip_up_down(tf.image.random_flip_left_right(image)), target


train = tf.data.Dataset.from_tensor_slices((images[:128], brightness[:128])).shuffle(128).map(augment).batch(16)
test = tf.data.Dataset.from_tensor_slices((images[128:], brightness[128:])).batch(16)
model = tf.keras.Sequential([
    tf.keras.Input((16, 16, 1)),
    tf.keras.layers.Conv2D(4, 3, activation="relu"),
    tf.keras.layers.GlobalAveragePooling2D(),
    tf.keras.layers.Dense(1),
])
model.compile(tf.keras.optimizers.Adam(0.02), "mse", metrics=["mae"])
model.fit(train.prefetch(2), validation_data=test, epochs=8, verbose=0)
