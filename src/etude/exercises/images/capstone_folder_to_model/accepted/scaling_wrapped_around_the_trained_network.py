"""Augments and scales in tf.data; the saved model is the trained one with Rescaling in front."""

import glob

import keras
import tensorflow as tf
from keras import layers

CLASSES = ["fruit", "mammal", "plant", "vehicle"]
EPOCHS = 40

keras.utils.set_random_seed(4)
paths = sorted(path for name in CLASSES for path in glob.glob(f"data/clip_art/{name}/*.jpg"))
names = tf.constant(CLASSES)


def read(path):
    label = tf.argmax(tf.cast(tf.strings.split(path, "/")[-2] == names, "int32"))
    picture = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    return tf.image.resize(picture, (32, 32)) / 255.0, label


def vary(picture, label):
    picture = tf.image.random_flip_left_right(picture)
    picture = tf.image.random_crop(tf.image.resize(picture, (36, 36)), (32, 32, 3))
    return picture, label


pictures = tf.data.Dataset.from_tensor_slices(paths).shuffle(
    len(paths), seed=4, reshuffle_each_iteration=False
)
pictures = pictures.map(read).cache()
train = pictures.skip(48).shuffle(400).map(vary).batch(32).prefetch(2)
watch = pictures.take(48).batch(48)

network = keras.Sequential(
    [keras.Input((32, 32, 3))]
    + [
        layer
        for filters in (32, 64, 128)
        for layer in (
            layers.Conv2D(filters, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
        )
    ]
    + [layers.GlobalMaxPooling2D(), layers.Dropout(0.3), layers.Dense(4)]
)
network.compile(
    optimizer=keras.optimizers.SGD(keras.optimizers.schedules.CosineDecay(0.05, EPOCHS * 6), 0.9),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
network.fit(train, validation_data=watch, epochs=EPOCHS, verbose=0)

whole = keras.Sequential([keras.Input((32, 32, 3)), layers.Rescaling(1 / 255), network])
whole.save("clip_art.keras")
