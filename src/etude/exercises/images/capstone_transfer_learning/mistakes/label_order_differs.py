"""Lets the reader put the classes into its own order."""

import keras
import numpy as np
from keras import layers

CLASSES = ["mammal", "bird", "bug", "fruit", "plant", "vehicle"]
SIDE = 128  # pixels

keras.utils.set_random_seed(1)

training_data, validation_data = keras.utils.image_dataset_from_directory(  # diagnosis: label_order_differs
    "data/clip_art",
    image_size=(SIDE, SIDE),
    validation_split=0.2,
    subset="both",
    seed=1,
    verbose=False,
)  # pictures (B, SIDE, SIDE, 3) from 0 to 255, labels (B,)

network = keras.models.load_model("data/efficientnet_lite0/efficientnet_lite0.keras")
network.trainable = False

pixels = keras.Input((SIDE, SIDE, 3))
maps = network(pixels, training=False)  # (B, 4, 4, 1280); the network scales the pixels itself
features = layers.GlobalAveragePooling2D()(maps)  # (B, 1280)
extractor = keras.Model(pixels, features)


def described(data):
    """Features (drawings, 1280) and labels (drawings,): the network is asked once, not per epoch."""
    batches = [(extractor(pictures, training=False), labels) for pictures, labels in data]
    return tuple(np.concatenate(parts) for parts in zip(*batches, strict=True))


head = keras.Sequential(
    [
        keras.Input((1280,)),
        layers.Dropout(0.3),
        layers.Dense(len(CLASSES), activation="softmax"),
    ]
)
head.compile(
    optimizer=keras.optimizers.Adam(0.003),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
head.fit(
    *described(training_data),
    validation_data=described(validation_data),
    epochs=30,
    callbacks=[keras.callbacks.EarlyStopping(patience=6, restore_best_weights=True)],
    verbose=0,
)

model = keras.Model(pixels, head(features))
model.save("drawings.keras")
