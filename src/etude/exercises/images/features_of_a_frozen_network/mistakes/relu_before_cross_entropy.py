"""ReLU after the last layer."""

import keras
from keras import layers

CLASSES = ["bird", "plant", "vehicle"]
SIDE = 96  # pixels

keras.utils.set_random_seed(1)

training_data, test_data = keras.utils.image_dataset_from_directory(
    "data/clip_art",
    class_names=CLASSES,
    image_size=(SIDE, SIDE),
    validation_split=0.4,
    subset="both",
    seed=1,
    verbose=False,
)  # pictures (B, SIDE, SIDE, 3) from 0 to 255, labels (B,)

network = keras.models.load_model("data/efficientnet_lite0/efficientnet_lite0.keras")
network.trainable = False

model = keras.Sequential(
    [
        keras.Input((SIDE, SIDE, 3)),
        network,
        layers.GlobalAveragePooling2D(),
        layers.Dense(len(CLASSES), activation="relu"),  # diagnosis: relu_before_cross_entropy
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.003),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(training_data, epochs=1, verbose=0)
