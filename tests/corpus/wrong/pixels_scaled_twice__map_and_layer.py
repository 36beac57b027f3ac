"""The network does not learn anything since I added the Rescaling layer; mean of its inputs is 0.002."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
labels = rng.integers(0, 3, 300)
images = rng.integers(0, 100, (300, 20, 20, 3), dtype=np.uint8)
for image, label in zip(images, labels):
    image[..., label] += 100


def prepare(image, label):
    image = tf.cast(image, tf.float32) / 255.0  # diagnosis: pixels_scaled_twice
    return image, label


ds = tf.data.Dataset.from_tensor_slices((images, labels))
train_ds = ds.take(240).shuffle(240).map(prepare).batch(24).prefetch(tf.data.AUTOTUNE)
val_ds = ds.skip(240).map(prepare).batch(24).prefetch(tf.data.AUTOTUNE)

inputs = tf.keras.Input(shape=(20, 20, 3))
x = tf.keras.layers.RandomFlip("horizontal")(inputs)
x = tf.keras.layers.Rescaling(scale=1.0 / 255)(x)  # diagnosis: pixels_scaled_twice
x = tf.keras.layers.Conv2D(16, 3, activation="relu")(x)
x = tf.keras.layers.MaxPooling2D()(x)
x = tf.keras.layers.Conv2D(16, 3, activation="relu")(x)
x = tf.keras.layers.GlobalAveragePooling2D()(x)
outputs = tf.keras.layers.Dense(3, activation="softmax")(x)
model = tf.keras.Model(inputs, outputs)
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(train_ds, validation_data=val_ds, epochs=4, verbose=2)
