import random
from pathlib import Path

import tensorflow as tf


def decode(path, label):
    image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    image = tf.image.resize(tf.cast(image, tf.float32), (96, 96))  # diagnosis: pixels_not_scaled
    return image, label


def load_and_prepare_data(image_dir):
    classes = sorted(folder.name for folder in Path(image_dir).iterdir())
    paths = sorted(str(path) for path in Path(image_dir).glob("*/*.jpg"))
    random.Random(0).shuffle(paths)
    labels = [classes.index(Path(path).parent.name) for path in paths]
    data = tf.data.Dataset.from_tensor_slices((paths, labels))
    held_out = len(paths) // 5
    training_data = data.skip(held_out).shuffle(len(paths)).map(decode).batch(32).prefetch(2)
    validation_data = data.take(held_out).map(decode).batch(32).prefetch(2)
    return training_data, validation_data
