"""A Sequential network with batch normalisation, Adam, a softmax, and early stopping."""

import keras
from keras import layers

CLASSES = ["fruit", "mammal", "plant", "vehicle"]

keras.utils.set_random_seed(2)
given = dict(
    directory="data/clip_art",
    class_names=CLASSES,
    image_size=(32, 32),
    batch_size=16,
    validation_split=0.2,
    seed=2,
    verbose=False,
)
train = keras.utils.image_dataset_from_directory(**given, subset="training")
watch = keras.utils.image_dataset_from_directory(**given, subset="validation")

model = keras.Sequential(
    [
        keras.Input((32, 32, 3)),
        layers.Rescaling(1 / 255),
        layers.RandomFlip("horizontal"),
        layers.RandomZoom(0.1),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(64, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(128, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.GlobalMaxPooling2D(),
        layers.Dropout(0.3),
        layers.Dense(4, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.002),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
stop = keras.callbacks.EarlyStopping("val_loss", patience=10, restore_best_weights=True)
slower = keras.callbacks.ReduceLROnPlateau("val_loss", patience=4, factor=0.3)
model.fit(train, validation_data=watch, epochs=60, callbacks=[stop, slower], verbose=0)
model.save("clip_art.keras")
