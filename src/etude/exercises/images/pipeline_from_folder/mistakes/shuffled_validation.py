import random
from pathlib import Path

import tensorflow as tf


def decode(path, label):
    image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    return tf.image.resize(image, (96, 96)) / 255.0, label


def make(examples):
    paths, labels = zip(*examples)
    data = tf.data.Dataset.from_tensor_slices((list(paths), list(labels)))
    data = data.map(decode, num_parallel_calls=tf.data.AUTOTUNE)
    return (
        data.cache()
        .shuffle(1000)  # diagnosis: shuffled_validation
        .batch(32)
        .prefetch(tf.data.AUTOTUNE)
    )


def load_and_prepare_data(image_dir):
    classes = sorted(folder.name for folder in Path(image_dir).iterdir())
    examples = [
        (str(path), classes.index(path.parent.name)) for path in sorted(Path(image_dir).glob("*/*.jpg"))
    ]
    random.Random(0).shuffle(examples)
    held_out = len(examples) // 5
    return make(examples[held_out:]), make(examples[:held_out])
