import tensorflow as tf
from tensorflow.keras import layers

img = layers.Input((32, 32, 3))
x = layers.Conv2D(16, 3, activation="relu")(img)
x = layers.MaxPooling2D()(x)
x = layers.Flatten(x)  # diagnosis: tensors_given_otherwise
out = layers.Dense(10, activation="softmax")(x)
model = tf.keras.Model(img, out)
