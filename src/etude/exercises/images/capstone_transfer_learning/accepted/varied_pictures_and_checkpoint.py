"""Trains the whole on varied pictures, in which the network is frozen, and writes the best epoch."""

import keras
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

model = keras.Sequential(
    [
        keras.Input((SIDE, SIDE, 3)),
        layers.RandomFlip("horizontal"),
        network,
        layers.GlobalAveragePooling2D(),
        layers.Dropout(0.2),
        layers.Dense(len(CLASSES), activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.005),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(
    training_data,
    validation_data=validation_data,
    epochs=5,
    callbacks=[
        keras.callbacks.ModelCheckpoint("drawings.keras", monitor="val_loss", save_best_only=True)
    ],
    verbose=0,
)
