import tensorflow as tf
from tensorflow import keras


def read(image_dir, subset):
    data = keras.utils.image_dataset_from_directory(  # diagnosis: shuffled_validation
        image_dir,
        validation_split=0.2,
        subset=subset,
        seed=1,
        image_size=(96, 96),
    )
    data = data.map(lambda images, labels: (images / 255.0, labels))
    return data.prefetch(tf.data.AUTOTUNE)


def load_and_prepare_data(image_dir):
    return read(image_dir, "training"), read(image_dir, "validation")
