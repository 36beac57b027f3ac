import tensorflow as tf
from tensorflow import keras


def load_and_prepare_data(image_dir):
    training_data, validation_data = keras.utils.image_dataset_from_directory(
        image_dir,
        validation_split=0.2,
        subset="both",
        seed=7,
        image_size=(96, 96),
        batch_size=32,
    )
    rescale = keras.layers.Rescaling(1.0 / 255)

    def prepare(images, labels):
        images = rescale(images)
        return tf.cast(images, tf.float32) / 255.0, labels  # diagnosis: pixels_scaled_twice

    training_data = training_data.map(prepare).prefetch(tf.data.AUTOTUNE)
    return training_data, validation_data.map(prepare).prefetch(tf.data.AUTOTUNE)
