"""Cache, shuffle, then random augmentation of the training pictures only."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
labels = rng.integers(0, 2, 160)
images = rng.integers(0, 120, (160, 16, 16, 3), dtype=np.uint8)
images[labels == 1, 4:12, 4:12] += 110


def scaled(image, label):
    return tf.image.convert_image_dtype(image, tf.float32), label


def augmented(image, label):
    image = tf.image.random_flip_left_right(image)
    image = tf.image.random_brightness(image, 0.1)
    return tf.clip_by_value(image, 0.0, 1.0), label


ds = tf.data.Dataset.from_tensor_slices((images, labels)).map(scaled, num_parallel_calls=tf.data.AUTOTUNE)
train = ds.take(120).cache().shuffle(120).map(augmented, num_parallel_calls=tf.data.AUTOTUNE)
train = train.batch(12).prefetch(tf.data.AUTOTUNE)
val = ds.skip(120).batch(12).cache().prefetch(tf.data.AUTOTUNE)
model = tf.keras.Sequential([
    tf.keras.Input((16, 16, 3)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.MaxPooling2D(),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.005), "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=val, epochs=5, verbose=0)
picture = tf.image.convert_image_dtype(images[:1], tf.float32)
print(model.predict(picture, verbose=0))
