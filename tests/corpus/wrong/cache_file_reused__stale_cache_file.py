"""I changed the preprocessing (values from 0 to 1 now), but the model still gets numbers up to 255."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
images = rng.integers(0, 256, (60, 8, 8, 1)).astype("float32")
labels = (images.mean(axis=(1, 2, 3)) > 127).astype("int32")


def pipeline(prepare):
    ds = tf.data.Dataset.from_tensor_slices((images, labels))
    ds = ds.map(prepare, num_parallel_calls=tf.data.AUTOTUNE)
    ds = ds.cache("my_cache")  # diagnosis: cache_file_reused
    return ds.shuffle(60).batch(10).prefetch(tf.data.AUTOTUNE)


first_try = pipeline(lambda image, label: (image, label))
print("before:", max(float(tf.reduce_max(x)) for x, _ in first_try))

scaled = pipeline(lambda image, label: (image / 255.0, label))  # diagnosis: cache_file_reused
print("after: ", max(float(tf.reduce_max(x)) for x, _ in scaled))

model = tf.keras.Sequential([
    tf.keras.Input((8, 8, 1)),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(scaled, epochs=3, verbose=2)
