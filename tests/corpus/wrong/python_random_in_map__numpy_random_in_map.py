"""All my augmented images are shifted by the same amount. np.random.uniform is called in map, I printed it."""
import numpy as np
import tensorflow as tf

np.random.seed(0)
tf.random.set_seed(0)
images = np.random.rand(160, 12, 12, 1).astype("float32")
labels = (images.mean(axis=(1, 2, 3)) > 0.5).astype("int32")


def darken(image, label):
    factor = np.random.uniform(0.5, 1.5)  # diagnosis: python_random_in_map
    return image * factor, label  # diagnosis: python_random_in_map


ds = tf.data.Dataset.from_tensor_slices((images, labels))
train = ds.take(128).shuffle(128).map(darken, tf.data.AUTOTUNE).batch(16).prefetch(1)  # diagnosis: python_random_in_map
val = ds.skip(128).batch(16).prefetch(1)
ones = tf.data.Dataset.from_tensors((tf.ones((2, 2, 1)), 0)).repeat(4).map(darken)
print([float(image[0, 0, 0]) for image, _ in ones])

model = tf.keras.Sequential([
    tf.keras.Input((12, 12, 1)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.GlobalAveragePooling2D(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=val, epochs=3, verbose=2)
