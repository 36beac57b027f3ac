import tensorflow as tf
from tensorflow import keras


def load_and_prepare_data(image_dir):
    training_data, validation_data = keras.utils.image_dataset_from_directory(
        image_dir, validation_split=0.2, subset="both", seed=7, image_size=(96, 96)
    )
    return finish(training_data), finish(validation_data)


def finish(data):
    data = data.map(lambda images, labels: (images / 255.0, labels))
    return (
        data
        .batch(32)  # diagnosis: batched_twice
        .prefetch(tf.data.AUTOTUNE)
    )
