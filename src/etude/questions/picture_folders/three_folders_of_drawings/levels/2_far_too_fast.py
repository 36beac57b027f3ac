"""Takes such large steps that nothing is learned."""

import keras
from keras import layers

FOLDER = "data/clip_art"
CLASSES = ["vehicle", "fruit", "plant"]  # the order of the outputs
SIDE = 32  # pixels
EPOCHS = 8

keras.utils.set_random_seed(1)

training_data, validation_data = keras.utils.image_dataset_from_directory(
    FOLDER,
    class_names=CLASSES,
    image_size=(SIDE, SIDE),
    batch_size=None,
    validation_split=0.1,
    subset="both",
    seed=1,
    verbose=False,
)  # pictures (SIDE, SIDE, 3) from 0 to 255, and the numbers of their classes
training_data = training_data.cache().shuffle(1000).batch(16).prefetch(2)
validation_data = validation_data.batch(32).cache()

model = keras.Sequential(
    [
        keras.Input((SIDE, SIDE, 3)),
        layers.RandomFlip("horizontal"),
        layers.Rescaling(1 / 127.5, offset=-1),
        layers.Conv2D(24, 3, strides=2, padding="same", activation="relu"),  # half the side
        layers.Conv2D(48, 3, strides=2, padding="same", activation="relu"),  # a quarter
        layers.Conv2D(64, 3, strides=2, padding="same", activation="relu"),  # an eighth
        layers.GlobalMaxPooling2D(),
        layers.Dropout(0.3),
        layers.Dense(len(CLASSES), activation="softmax"),
    ]
)
model.compile(  # diagnosis: learning_rate_too_high
    optimizer=keras.optimizers.SGD(2.0, momentum=0.9),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(training_data, validation_data=validation_data, epochs=EPOCHS, verbose=2)
model.save("drawings.keras")
