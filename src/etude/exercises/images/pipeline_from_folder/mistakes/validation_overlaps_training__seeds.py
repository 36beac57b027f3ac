import tensorflow as tf
from tensorflow import keras


def scale(images, labels):
    return images / 255.0, labels


def load_and_prepare_data(image_dir):
    training_data = keras.utils.image_dataset_from_directory(
        image_dir,
        validation_split=0.2,
        subset="training",
        seed=1,
        image_size=(96, 96),
    )
    validation_data = keras.utils.image_dataset_from_directory(
        image_dir,
        validation_split=0.2,
        subset="validation",
        seed=2,  # diagnosis: validation_overlaps_training
        image_size=(96, 96),
    )
    training_data = training_data.map(scale).prefetch(tf.data.AUTOTUNE)
    validation_data = validation_data.map(scale).cache().prefetch(tf.data.AUTOTUNE)
    return training_data, validation_data
