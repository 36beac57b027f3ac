"""A smaller learning rate instead of the cause."""

import keras
from keras import layers

CLASSES = ["fruit", "plant", "vehicle"]
SIDE = 32  # pixels

keras.utils.set_random_seed(1)

# was: ImageDataGenerator(rescale=1 / 255, horizontal_flip=True, brightness_range=(0.8, 1.2), ...)
training_data, validation_data = keras.utils.image_dataset_from_directory(
    "data/clip_art",
    class_names=CLASSES,
    image_size=(SIDE, SIDE),
    batch_size=16,
    validation_split=0.3,
    subset="both",
    seed=1,
    verbose=False,
)

model = keras.Sequential(
    [
        keras.Input((SIDE, SIDE, 3)),
        layers.Rescaling(1 / 255),
        layers.RandomFlip("horizontal"),
        layers.RandomBrightness(0.2),  # diagnosis: brightness_on_other_scale
        layers.Conv2D(16, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.GlobalMaxPooling2D(),
        layers.Dense(len(CLASSES), activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.002),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(training_data, validation_data=validation_data, epochs=15, verbose=2)
