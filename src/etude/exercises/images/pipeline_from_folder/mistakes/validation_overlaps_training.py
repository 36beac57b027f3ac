import os

import tensorflow as tf


def load_and_prepare_data(image_dir):
    class_names = sorted(os.listdir(image_dir))

    def load(path):
        label = tf.argmax(tf.strings.split(path, os.sep)[-2] == class_names)
        image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
        return tf.image.resize(image, (96, 96)) / 255.0, label

    files = tf.data.Dataset.list_files(f"{image_dir}/*/*.jpg", shuffle=False)
    count = int(files.cardinality())
    data = files.shuffle(count, seed=0)  # diagnosis: validation_overlaps_training
    data = data.map(load, num_parallel_calls=tf.data.AUTOTUNE)

    held_out = count // 5
    training_data = data.skip(held_out).batch(32).prefetch(tf.data.AUTOTUNE)
    validation_data = data.take(held_out).batch(32).prefetch(tf.data.AUTOTUNE)
    return training_data, validation_data
