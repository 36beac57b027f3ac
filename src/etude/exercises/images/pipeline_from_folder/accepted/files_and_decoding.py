import random
from pathlib import Path

import tensorflow as tf

IMAGE_SIZE = (96, 96)
BATCH_SIZE = 32


def decode(path, label):
    image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    image = tf.image.convert_image_dtype(image, tf.float32)  # from uint8, so this scales
    return tf.image.resize(image, IMAGE_SIZE), label


def make(examples, shuffle):
    paths, labels = zip(*examples)
    data = tf.data.Dataset.from_tensor_slices((list(paths), list(labels)))
    if shuffle:
        data = data.shuffle(len(examples))
    return data.map(decode, num_parallel_calls=tf.data.AUTOTUNE).batch(BATCH_SIZE).prefetch(2)


def load_and_prepare_data(image_dir):
    classes = sorted(folder.name for folder in Path(image_dir).iterdir() if folder.is_dir())
    examples = [
        (str(path), label)
        for label, name in enumerate(classes)
        for path in sorted(Path(image_dir, name).glob("*.jpg"))
    ]
    random.Random(3).shuffle(examples)
    held_out = len(examples) // 5
    return make(examples[held_out:], shuffle=True), make(examples[:held_out], shuffle=False)
