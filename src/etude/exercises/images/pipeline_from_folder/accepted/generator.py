import random
from pathlib import Path

import numpy as np
import tensorflow as tf
from PIL import Image

ELEMENT = (tf.TensorSpec((96, 96, 3), tf.float32), tf.TensorSpec((), tf.int32))


def read(path):
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGB").resize((96, 96)), dtype="float32") / 255


def make(examples, shuffle):
    def one_epoch():
        order = random.sample(examples, len(examples)) if shuffle else examples
        for path, label in order:
            yield read(path), label

    data = tf.data.Dataset.from_generator(one_epoch, output_signature=ELEMENT)
    return data.batch(32).prefetch(tf.data.AUTOTUNE)


def load_and_prepare_data(image_dir):
    paths = sorted(Path(image_dir).glob("*/*.jpg"))
    classes = sorted({path.parent.name for path in paths})
    examples = [(path, classes.index(path.parent.name)) for path in paths]
    random.Random(0).shuffle(examples)
    held_out = len(examples) // 5
    return make(examples[held_out:], shuffle=True), make(examples[:held_out], shuffle=False)
