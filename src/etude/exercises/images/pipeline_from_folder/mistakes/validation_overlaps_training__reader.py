import tensorflow as tf
from tensorflow import keras


def load_and_prepare_data(image_dir):
    data = keras.utils.image_dataset_from_directory(  # diagnosis: validation_overlaps_training
        image_dir, image_size=(96, 96), batch_size=None
    )
    data = data.map(lambda image, label: (image / 255.0, label))
    held_out = int(data.cardinality()) // 5
    training_data = data.skip(held_out).shuffle(500).batch(32).prefetch(tf.data.AUTOTUNE)
    validation_data = data.take(held_out).batch(32).prefetch(tf.data.AUTOTUNE)
    return training_data, validation_data
