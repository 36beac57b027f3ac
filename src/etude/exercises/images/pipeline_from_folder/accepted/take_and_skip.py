import os

import tensorflow as tf

AUTOTUNE = tf.data.AUTOTUNE


def load_and_prepare_data(image_dir):
    class_names = tf.constant(sorted(os.listdir(image_dir)))

    def load(path):
        parts = tf.strings.split(path, os.sep)
        label = tf.argmax(parts[-2] == class_names)  # int64
        image = tf.io.decode_image(tf.io.read_file(path), channels=3, expand_animations=False)
        return tf.image.resize(image, (96, 96)) / 255.0, label

    files = tf.data.Dataset.list_files(os.path.join(image_dir, "*", "*.jpg"), shuffle=False)
    count = int(files.cardinality())
    files = files.shuffle(count, seed=1, reshuffle_each_iteration=False)
    held_out = round(0.2 * count)

    training_data = (
        files.skip(held_out)
        .map(load, num_parallel_calls=AUTOTUNE)
        .cache()
        .shuffle(count)
        .batch(32)
        .prefetch(AUTOTUNE)
    )
    validation_data = (
        files.take(held_out).map(load, num_parallel_calls=AUTOTUNE).cache().batch(32).prefetch(AUTOTUNE)
    )
    return training_data, validation_data
