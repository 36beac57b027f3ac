"""Names clip art with the features of a network that has learned from photographs."""

import keras
import numpy as np
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

pixels = keras.Input((SIDE, SIDE, 3))
maps = network(pixels, training=False)  # (B, 3, 3, 1280); the network scales the pixels itself
features = layers.GlobalAveragePooling2D()(maps)  # (B, 1280)
extractor = keras.Model(pixels, features)

# Each drawing goes through the network once, whatever the number of epochs.
batches = [(extractor(pictures, training=False), labels) for pictures, labels in training_data]
train_features = np.concatenate([found for found, _ in batches])  # (drawings, 1280)
train_labels = np.concatenate([labels for _, labels in batches])  # (drawings,)

head = keras.Sequential(
    [
        keras.Input((1280,)),
        layers.Dropout(0.3),
        layers.Dense(len(CLASSES), activation="softmax"),
    ]
)
head.compile(
    optimizer=keras.optimizers.Adam(0.003),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
head.fit(train_features, train_labels, batch_size=16, epochs=12, verbose=0)

model = keras.Model(pixels, head(features))
