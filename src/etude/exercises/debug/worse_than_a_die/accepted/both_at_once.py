"""Reads both parts with one call."""

import keras
from keras import layers

CLASSES = ["mammal", "bird", "bug", "vehicle", "fruit", "plant"]
SIDE = 32  # pixels

keras.utils.set_random_seed(1)

training_data, validation_data = keras.utils.image_dataset_from_directory(
    "data/clip_art",
    class_names=CLASSES,
    image_size=(SIDE, SIDE),
    batch_size=16,
    validation_split=0.2,
    subset="both",
    seed=175,
    verbose=False,
)

model = keras.Sequential(
    [
        keras.Input((SIDE, SIDE, 3)),
        layers.Rescaling(1 / 127.5, offset=-1),
        layers.Conv2D(16, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.GlobalMaxPooling2D(),
        layers.Dense(len(CLASSES), activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.SGD(0.03, momentum=0.9),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(training_data, validation_data=validation_data, epochs=20, verbose=2)
