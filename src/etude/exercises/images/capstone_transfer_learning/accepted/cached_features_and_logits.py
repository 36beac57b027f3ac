"""Keeps the features in the cache of datasets, learns logits, and picks the epoch by accuracy."""

import keras
import numpy as np
from keras import layers

CLASSES = ["mammal", "bird", "bug", "fruit", "plant", "vehicle"]
SIDE = 128  # pixels

keras.utils.set_random_seed(1)

training_data, validation_data = keras.utils.image_dataset_from_directory(
    "data/clip_art",
    class_names=CLASSES,
    image_size=(SIDE, SIDE),
    validation_split=0.2,
    subset="both",
    seed=1,
    verbose=False,
)  # pictures (B, SIDE, SIDE, 3) from 0 to 255, labels (B,)

network = keras.models.load_model("data/efficientnet_lite0/efficientnet_lite0.keras")
network.trainable = False

pooled = layers.GlobalAveragePooling2D()(network.output)  # (B, 1280)
extractor = keras.Model(network.input, pooled)


def described(data):
    return data.map(lambda pictures, labels: (extractor(pictures, training=False), labels)).cache()


decide = layers.Dense(len(CLASSES), kernel_regularizer="l2")
head = keras.Sequential([keras.Input((1280,)), decide])
head.compile(
    optimizer=keras.optimizers.Adam(0.002),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
best = keras.callbacks.EarlyStopping("val_accuracy", patience=8, restore_best_weights=True)
head.fit(
    described(training_data),
    validation_data=described(validation_data),
    epochs=25,
    callbacks=[best],
    verbose=0,
)

keras.Sequential([keras.Input((SIDE, SIDE, 3)), extractor, head]).save("drawings.keras")
