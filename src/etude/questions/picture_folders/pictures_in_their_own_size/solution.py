"""Learns to tell three kinds of drawings apart, whatever size the network wants."""

import os

import keras
from keras import layers

FOLDER = "data/clip_art"
CLASSES = ["vehicle", "mammal", "fruit"]  # the order of the outputs
GIVEN = 128  # pixels, as the file is given them
SIDE = 32  # pixels, as the network wants them

keras.utils.set_random_seed(1)

training_data = keras.utils.image_dataset_from_directory(
    FOLDER,
    class_names=CLASSES,
    image_size=(SIDE, SIDE),
    batch_size=None,
    seed=1,
    verbose=False,
)  # pictures (SIDE, SIDE, 3) from 0 to 255, and the numbers of their classes
training_data = training_data.cache().shuffle(1000).batch(32).prefetch(2)

network = keras.Sequential(
    [
        keras.Input((SIDE, SIDE, 3)),
        layers.RandomFlip("horizontal"),
        layers.Rescaling(1 / 127.5, offset=-1),
        layers.Conv2D(24, 3, strides=2, padding="same", activation="relu"),  # (B, 16, 16, 24)
        layers.Conv2D(48, 3, strides=2, padding="same", activation="relu"),  # (B, 8, 8, 48)
        layers.Conv2D(64, 3, strides=2, padding="same", activation="relu"),  # (B, 4, 4, 64)
        layers.GlobalMaxPooling2D(),
        layers.Dropout(0.3),
        layers.Dense(len(CLASSES), activation="softmax"),
    ]
)
network.compile(
    optimizer=keras.optimizers.Adam(0.003),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
network.fit(training_data, epochs=30, verbose=2)

# Of the network only its layers: a compiled one brings its optimizer along, twice as large as itself.
whole = keras.Sequential([keras.Input((GIVEN, GIVEN, 3)), layers.Resizing(SIDE, SIDE), *network.layers])
whole.save("sizes.keras")
print(f"{os.path.getsize('sizes.keras'):,} bytes")
