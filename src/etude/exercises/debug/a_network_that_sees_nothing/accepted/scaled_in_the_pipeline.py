"""Scales in the pipeline, and leaves the layer out."""

import keras
from keras import layers

CLASSES = ["fruit", "plant", "vehicle"]
SIDE = 32  # pixels

keras.utils.set_random_seed(1)

training_data, validation_data = keras.utils.image_dataset_from_directory(
    "data/clip_art",
    class_names=CLASSES,
    image_size=(SIDE, SIDE),
    batch_size=16,
    validation_split=0.2,
    subset="both",
    seed=1,
    verbose=False,
)


def prepare(pictures, labels):
    return pictures / 255.0, labels


training_data = training_data.map(prepare).prefetch(2)
validation_data = validation_data.map(prepare)

model = keras.Sequential(
    [
        keras.Input((SIDE, SIDE, 3)),
        layers.Conv2D(16, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(len(CLASSES)),
    ]
)
model.compile(
    optimizer=keras.optimizers.SGD(0.05, momentum=0.9),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
model.fit(training_data, validation_data=validation_data, epochs=12, verbose=2)
