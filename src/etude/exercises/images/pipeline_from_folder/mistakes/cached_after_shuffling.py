import tensorflow as tf
from tensorflow import keras


def load_and_prepare_data(image_dir):
    training_data, validation_data = keras.utils.image_dataset_from_directory(
        image_dir,
        validation_split=0.2,
        subset="both",
        seed=7,
        image_size=(96, 96),
    )
    rescale = keras.layers.Rescaling(1 / 255)
    training_data = training_data.map(lambda images, labels: (rescale(images), labels))
    validation_data = validation_data.map(lambda images, labels: (rescale(images), labels))
    training_data = training_data.cache()  # diagnosis: cached_after_shuffling
    return training_data.prefetch(tf.data.AUTOTUNE), validation_data.cache().prefetch(tf.data.AUTOTUNE)
