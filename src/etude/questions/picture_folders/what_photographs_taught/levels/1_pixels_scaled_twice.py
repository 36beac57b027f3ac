"""Scales the pixels for a network that scales them itself: it hardly sees anything."""

import keras
import numpy as np
from keras import layers

FOLDER = "data/clip_art"
NETWORK = "data/efficientnet_lite0/efficientnet_lite0.keras"
CLASSES = ["vehicle", "bird", "plant", "fruit"]  # the order of the outputs
SIDE = 64  # pixels

keras.utils.set_random_seed(1)

training_data = keras.utils.image_dataset_from_directory(
    FOLDER, class_names=CLASSES, image_size=(SIDE, SIDE), seed=1, verbose=False
)  # pictures (B, SIDE, SIDE, 3) from 0 to 255, labels (B,)

given = keras.models.load_model(NETWORK, compile=False)
given.trainable = False
network = keras.Sequential(
    [
        keras.Input((SIDE, SIDE, 3)),
        layers.Rescaling(1 / 127.5, offset=-1),  # diagnosis: pixels_scaled_twice
        given,
    ]
)

# Each drawing goes through the network once, whatever the number of epochs.
batches = [(network(pictures, training=False), labels) for pictures, labels in training_data]
maps = np.concatenate([found for found, _ in batches])  # (drawings, 2, 2, 1280)
labels = np.concatenate([labels for _, labels in batches])  # (drawings,)

head = keras.Sequential(
    [
        keras.Input(maps.shape[1:]),
        layers.GlobalAveragePooling2D(),
        layers.Dropout(0.3),
        layers.Dense(len(CLASSES), activation="softmax"),
    ]
)
head.compile(
    optimizer=keras.optimizers.Adam(0.003),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
head.fit(maps, labels, batch_size=16, epochs=2, validation_split=0.1, verbose=2)

pixels = keras.Input((SIDE, SIDE, 3))
keras.Model(pixels, head(network(pixels, training=False))).save("carried.keras")
