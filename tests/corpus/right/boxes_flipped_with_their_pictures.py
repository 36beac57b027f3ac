"""Pictures and boxes are flipped by one draw."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
images = rng.random((160, 32, 32, 1)).astype("float32") * 0.3
boxes = np.zeros((160, 4), "float32")
for i in range(160):
    r, c = rng.integers(0, 20, 2)
    images[i, r:r + 10, c:c + 10] += 0.6
    boxes[i] = [c / 32, r / 32, (c + 10) / 32, (r + 10) / 32]


def augment(image, box):
    if tf.random.uniform(()) < 0.5:
        image = tf.image.flip_left_right(image)
        box = tf.stack([1.0 - box[2], box[1], 1.0 - box[0], box[3]])
    return image, box


train = tf.data.Dataset.from_tensor_slices((images[:128], boxes[:128])).shuffle(128).map(augment).batch(16)
test = tf.data.Dataset.from_tensor_slices((images[128:], boxes[128:])).batch(16)
model = tf.keras.Sequential([
    tf.keras.Input((32, 32, 1)),
    tf.keras.layers.Conv2D(8, 3, strides=2, activation="relu"),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(4, activation="sigmoid"),
])
model.compile("adam", "mse")
model.fit(train.prefetch(2), validation_data=test, epochs=5, verbose=0)
