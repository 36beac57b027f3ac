import os

import numpy as np
import tensorflow as tf
from PIL import Image


def load_and_prepare_data(image_dir):
    images, labels = [], []
    for label, name in enumerate(sorted(os.listdir(image_dir))):
        for file in sorted(os.listdir(os.path.join(image_dir, name))):
            with Image.open(os.path.join(image_dir, name, file)) as picture:
                picture = picture.convert("RGB").resize((96, 96))
                images.append(np.asarray(picture, dtype="float32") / 255)
                labels.append(label)
    images, labels = np.stack(images), np.array(labels)

    order = np.random.default_rng(0).permutation(len(images))
    held_out, kept = np.split(order, [len(order) // 5])
    training_data = tf.data.Dataset.from_tensor_slices((images[kept], labels[kept]))
    training_data = training_data.shuffle(len(kept)).batch(32).prefetch(tf.data.AUTOTUNE)
    validation_data = tf.data.Dataset.from_tensor_slices((images[held_out], labels[held_out]))
    return training_data, validation_data.batch(32).prefetch(tf.data.AUTOTUNE)
