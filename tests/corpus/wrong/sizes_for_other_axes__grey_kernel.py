"""The pictures are 16 x 16 x 1, so the kernel should be 3 x 3 x 1, no?"""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(2)
x = rng.random((100, 16, 16, 1)).astype("float32")
y = (x[:, 4:12, 4:12].mean(axis=(1, 2, 3)) > 0.5).astype("int32")

model = tf.keras.models.Sequential()
model.add(tf.keras.layers.Input(shape=(16, 16, 1)))
model.add(tf.keras.layers.Conv2D(filters=16, kernel_size=(3, 3, 1), activation="relu"))  # diagnosis: sizes_for_other_axes
model.add(tf.keras.layers.MaxPooling2D((2, 2)))
model.add(tf.keras.layers.Flatten())
model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=3, batch_size=16, verbose=2)
