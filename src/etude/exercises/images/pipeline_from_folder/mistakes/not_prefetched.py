import random
from pathlib import Path

import tensorflow as tf


def decode(path, label):
    image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    return tf.image.resize(image, (96, 96)) / 255.0, label


def make(examples):
    paths, labels = zip(*examples)
    return tf.data.Dataset.from_tensor_slices((list(paths), list(labels)))


def load_and_prepare_data(image_dir):
    classes = sorted(folder.name for folder in Path(image_dir).iterdir())
    examples = [
        (str(path), classes.index(path.parent.name)) for path in sorted(Path(image_dir).glob("*/*.jpg"))
    ]
    random.Random(0).shuffle(examples)
    held_out = len(examples) // 5
    training_data = make(examples[held_out:]).shuffle(len(examples)).prefetch(32)
    training_data = training_data.map(decode).batch(32)  # diagnosis: not_prefetched
    validation_data = make(examples[:held_out]).map(decode).batch(32).prefetch(32)
    return training_data, validation_data
