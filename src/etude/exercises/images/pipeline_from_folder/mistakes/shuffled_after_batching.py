import random
from pathlib import Path

import tensorflow as tf


def decode(path, label):
    image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    return tf.image.resize(image, (96, 96)) / 255.0, label


def make(examples):
    paths, labels = zip(*examples)
    data = tf.data.Dataset.from_tensor_slices((list(paths), list(labels)))
    return data.map(decode, num_parallel_calls=tf.data.AUTOTUNE).batch(32)


def load_and_prepare_data(image_dir):
    classes = sorted(folder.name for folder in Path(image_dir).iterdir())
    examples = [
        (str(path), classes.index(path.parent.name)) for path in sorted(Path(image_dir).glob("*/*.jpg"))
    ]
    random.Random(0).shuffle(examples)
    held_out = len(examples) // 5
    training_data = make(examples[held_out:]).shuffle(1000)  # diagnosis: shuffled_after_batching
    validation_data = make(examples[:held_out])
    return training_data.prefetch(tf.data.AUTOTUNE), validation_data.prefetch(tf.data.AUTOTUNE)
