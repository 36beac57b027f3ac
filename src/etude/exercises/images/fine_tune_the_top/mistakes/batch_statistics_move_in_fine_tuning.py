"""Thaws the normalisations with the rest of the top."""

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

pixels = keras.Input((SIDE, SIDE, 3))
maps = network(pixels, training=False)  # (B, 2, 2, 1280)
features = layers.GlobalAveragePooling2D()(maps)
model = keras.Model(pixels, layers.Dense(len(CLASSES), activation="softmax")(features))
model.compile(
    optimizer=keras.optimizers.Adam(0.003),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(training_data, epochs=3, verbose=0)

network.trainable = True
for layer in network.layers:
    layer.trainable = layer.name.startswith("top")
model.compile(  # trainable counts from here on
    optimizer=keras.optimizers.Adam(1e-4),  # small steps: the weights know a lot already
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(training_data, epochs=6, verbose=0)  # diagnosis: batch_statistics_move_in_fine_tuning
