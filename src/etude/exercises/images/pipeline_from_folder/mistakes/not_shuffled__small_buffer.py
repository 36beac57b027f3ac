import random
from pathlib import Path

import tensorflow as tf


def decode(path, label):
    image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    return tf.image.resize(image, (96, 96)) / 255.0, label


def make(paths, labels):
    data = tf.data.Dataset.from_tensor_slices((paths, labels))
    return data.map(decode, num_parallel_calls=tf.data.AUTOTUNE)


def load_and_prepare_data(image_dir):
    classes = sorted(folder.name for folder in Path(image_dir).iterdir())
    paths = sorted(str(path) for path in Path(image_dir).glob("*/*.jpg"))
    held_out = set(random.Random(0).sample(paths, len(paths) // 5))
    kept = [path for path in paths if path not in held_out]
    seldom = [path for path in paths if path in held_out]
    training_data, validation_data = (
        make(part, [classes.index(Path(path).parent.name) for path in part]) for part in (kept, seldom)
    )
    training_data = training_data.shuffle(4).batch(32)  # diagnosis: not_shuffled
    return training_data.prefetch(tf.data.AUTOTUNE), validation_data.batch(32).prefetch(tf.data.AUTOTUNE)
