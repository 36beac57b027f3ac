"""Keeps the features in the cache of a dataset; the layers of the network stay among its own."""

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

backbone = keras.models.load_model("data/efficientnet_lite0/efficientnet_lite0.keras")
for layer in backbone.layers:
    layer.trainable = False

pooled = layers.GlobalAveragePooling2D()(backbone.output)
extractor = keras.Model(backbone.input, pooled)
features = training_data.map(lambda x, y: (extractor(x, training=False), y)).cache()

decide = layers.Dense(len(CLASSES), activation="softmax")
head = keras.Sequential([keras.Input((1280,)), layers.Dropout(0.2), decide])
head.compile(optimizer=keras.optimizers.Adam(0.002), loss="sparse_categorical_crossentropy")
head.fit(features, epochs=25, verbose=0)

model = keras.Sequential([extractor, head])
