import tensorflow as tf
from tensorflow import keras


def prepare(images, labels):
    return tf.image.resize(images, (96, 96)) / 255.0, labels


def load_and_prepare_data(image_dir):
    training_data, validation_data = keras.utils.image_dataset_from_directory(  # diagnosis: resized_twice
        image_dir, validation_split=0.2, subset="both", seed=7, batch_size=32
    )
    training_data = training_data.map(prepare).prefetch(tf.data.AUTOTUNE)
    return training_data, validation_data.map(prepare).prefetch(tf.data.AUTOTUNE)
