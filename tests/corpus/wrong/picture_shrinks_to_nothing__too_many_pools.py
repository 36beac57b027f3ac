"""ValueError: Computed output size would be zero or negative, in my fourth block."""
import tensorflow as tf
from tensorflow.keras import layers

model = tf.keras.Sequential([layers.Input((28, 28, 1))])
for filters in (16, 32, 64, 128):
    model.add(layers.Conv2D(filters, 3, activation="relu"))  # diagnosis: picture_shrinks_to_nothing
    model.add(layers.MaxPooling2D())  # diagnosis: picture_shrinks_to_nothing
model.add(layers.Flatten())
model.add(layers.Dense(10, activation="softmax"))
model.summary()
