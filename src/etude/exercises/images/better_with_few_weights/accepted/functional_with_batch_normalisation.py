"""Functional, with batch normalisation and logits."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures = stored["images"].astype("float32")  # (10000, 28, 28) from 0 to 255
labels = stored["labels"]  # (10000,)
train_pictures, train_labels = pictures[:4000], labels[:4000]
test_pictures, test_labels = pictures[9000:], labels[9000:]

inputs = keras.Input((28, 28))
x = layers.Reshape((28, 28, 1))(inputs)
x = layers.Rescaling(1 / 127.5, offset=-1)(x)
x = layers.Conv2D(16, 4, strides=2, padding="same", use_bias=False)(x)
x = layers.ReLU()(layers.BatchNormalization()(x))
x = layers.MaxPooling2D()(x)
x = layers.Conv2D(32, 3, padding="same", activation="relu")(x)
x = layers.MaxPooling2D()(x)
outputs = layers.Dense(10)(layers.Flatten()(x))
model = keras.Model(inputs, outputs)
model.compile(
    optimizer=keras.optimizers.Adam(0.002),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
model.fit(
    train_pictures,
    train_labels,
    validation_data=(test_pictures, test_labels),
    epochs=5,
    verbose=2,
)
print(f"{model.count_params():,} parameters")
model.save("clothes.keras")
