import os
import random

import numpy as np
import tensorflow as tf
from PIL import Image


def read(path):
    with Image.open(path.decode()) as picture:
        return np.asarray(picture.convert("RGB").resize((96, 96)), dtype=np.float32) / 255


def load(path, label):
    image = tf.numpy_function(read, [path], tf.float32)
    return tf.ensure_shape(image, (96, 96, 3)), label


def load_and_prepare_data(image_dir):
    paths, labels = [], []
    for label, name in enumerate(sorted(os.listdir(image_dir))):
        for file in sorted(os.listdir(os.path.join(image_dir, name))):
            paths.append(os.path.join(image_dir, name, file))
            labels.append(label)
    order = random.Random(1).sample(range(len(paths)), len(paths))
    paths, labels = [paths[i] for i in order], [labels[i] for i in order]

    data = tf.data.Dataset.from_tensor_slices((paths, labels))
    held_out = len(paths) // 5
    training_data = data.skip(held_out).shuffle(len(paths)).map(load).batch(32).prefetch(1)
    validation_data = data.take(held_out).map(load).batch(32).prefetch(1)
    return training_data, validation_data
