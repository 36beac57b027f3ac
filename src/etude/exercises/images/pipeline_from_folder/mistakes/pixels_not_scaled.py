import tensorflow as tf
from tensorflow import keras


def load_and_prepare_data(image_dir):
    training_data, validation_data = keras.utils.image_dataset_from_directory(  # diagnosis: pixels_not_scaled
        image_dir,
        validation_split=0.2,
        subset="both",
        seed=7,
        image_size=(96, 96),
        batch_size=32,
    )
    return training_data.prefetch(tf.data.AUTOTUNE), validation_data.prefetch(tf.data.AUTOTUNE)
