import random
from pathlib import Path

import tensorflow as tf


def decode(path, label):
    image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    image = tf.image.resize(image, (256, 256))  # diagnosis: resized_twice
    image = tf.image.resize(image, (96, 96))
    return image / 255.0, label


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
    training_data = make(examples[held_out:]).shuffle(len(examples)).map(decode)
    validation_data = make(examples[:held_out]).map(decode)
    return (
        training_data.batch(32).prefetch(tf.data.AUTOTUNE),
        validation_data.batch(32).prefetch(tf.data.AUTOTUNE),
    )
