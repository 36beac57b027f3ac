"""Puts a new layer behind the given network, and saves both without training."""

import keras
from keras import layers

FOLDER = "data/clip_art"
NETWORK = "data/efficientnet_lite0/efficientnet_lite0.keras"
CLASSES = ["vehicle", "bird", "plant", "fruit"]  # the order of the outputs
SIDE = 64  # pixels

keras.utils.set_random_seed(1)

network = keras.models.load_model(NETWORK, compile=False)
network.trainable = False

model = keras.Sequential(
    [
        keras.Input((SIDE, SIDE, 3)),
        network,
        layers.GlobalAveragePooling2D(),
        layers.Dense(len(CLASSES), activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.save("carried.keras")  # diagnosis: saved_before_training
