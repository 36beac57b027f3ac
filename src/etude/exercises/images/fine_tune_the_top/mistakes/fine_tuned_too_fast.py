"""Goes on with the learning rate of a new network, through the whole of it."""

import keras
from keras import layers

CLASSES = ["bug", "plant", "vehicle"]
SIDE = 64  # pixels

keras.utils.set_random_seed(1)

training_data, test_data = keras.utils.image_dataset_from_directory(
    "data/clip_art",
    class_names=CLASSES,
    image_size=(SIDE, SIDE),
    validation_split=0.5,
    subset="both",
    seed=1,
    verbose=False,
)  # pictures (B, SIDE, SIDE, 3) from 0 to 255, labels (B,)

network = keras.models.load_model("data/efficientnet_lite0/efficientnet_lite0.keras")
network.trainable = False

model = keras.Sequential(
    [
        keras.Input((SIDE, SIDE, 3)),
        network,  # (B, 2, 2, 1280)
        layers.GlobalAveragePooling2D(),
        layers.Dense(len(CLASSES), activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.003),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(training_data, epochs=3, verbose=0)

network.trainable = True
for layer in network.layers:
    layer.trainable = not isinstance(layer, layers.BatchNormalization)
model.compile(  # diagnosis: fine_tuned_too_fast
    optimizer=keras.optimizers.Adam(0.03),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(training_data, epochs=1, verbose=0)
