"""MobileNetV3 has its own scaling, so pixels from 0 to 255 are what it wants."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
labels = rng.integers(0, 2, 32)
images = rng.integers(0, 256, (32, 32, 32, 3), dtype=np.uint8)
base = tf.keras.applications.MobileNetV3Small(
    input_shape=(32, 32, 3), include_top=False, weights=None, minimalistic=True
)
base.trainable = False
inputs = tf.keras.Input((32, 32, 3))
x = base(inputs, training=False)
x = tf.keras.layers.GlobalAveragePooling2D()(x)
outputs = tf.keras.layers.Dense(1, activation="sigmoid")(x)
model = tf.keras.Model(inputs, outputs)
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
train = tf.data.Dataset.from_tensor_slices((images[:24], labels[:24])).shuffle(24).batch(12).prefetch(1)
val = tf.data.Dataset.from_tensor_slices((images[24:], labels[24:])).batch(8).prefetch(1)
model.fit(train, validation_data=val, epochs=2, verbose=2)
