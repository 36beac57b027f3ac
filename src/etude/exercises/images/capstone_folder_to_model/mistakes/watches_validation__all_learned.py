"""Learns from the whole folder, and reads a part of it once more for validation."""

import math

import keras
from keras import layers

CLASSES = ["fruit", "mammal", "plant", "vehicle"]
SIDE = 32  # pixels
BATCH = 32
EPOCHS = 50
FASTEST = 0.05  # learning rate at the beginning

keras.utils.set_random_seed(1)

training_pictures = keras.utils.image_dataset_from_directory(
    "data/clip_art",
    class_names=CLASSES,
    image_size=(SIDE, SIDE),
    batch_size=None,
    seed=1,
    verbose=False,
)
validation_pictures = keras.utils.image_dataset_from_directory(
    "data/clip_art",
    class_names=CLASSES,
    image_size=(SIDE, SIDE),
    batch_size=None,
    validation_split=0.15,
    subset="validation",
    seed=1,
    verbose=False,
)
training_data = training_pictures.cache().shuffle(1000).batch(BATCH).prefetch(2)
validation_data = validation_pictures.batch(BATCH).cache()

inputs = keras.Input((SIDE, SIDE, 3))
x = layers.RandomFlip("horizontal")(inputs)  # at random in training, as they are afterwards
x = layers.RandomTranslation(0.05, 0.05, fill_mode="nearest")(x)
x = layers.Rescaling(1 / 127.5, offset=-1)(x)  # inside the model: it travels with the file
for filters in (32, 64, 128):
    x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    x = layers.MaxPooling2D()(x)  # (BATCH, 16, 16, 32), (BATCH, 8, 8, 64), (BATCH, 4, 4, 128)
x = layers.GlobalMaxPooling2D()(x)  # (BATCH, 128)
x = layers.Dropout(0.4)(x)
model = keras.Model(inputs, layers.Dense(len(CLASSES))(x))

model.compile(
    optimizer=keras.optimizers.SGD(FASTEST, momentum=0.9),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
slow_down = keras.callbacks.LearningRateScheduler(
    lambda epoch: FASTEST * (1 + math.cos(math.pi * epoch / EPOCHS)) / 2
)
history = model.fit(
    training_data,
    validation_data=validation_data,
    epochs=EPOCHS,
    callbacks=[slow_down],
    verbose=0,
)
print(f"validation accuracy {history.history['val_accuracy'][-1]:.2f}")
model.save("clip_art.keras")
