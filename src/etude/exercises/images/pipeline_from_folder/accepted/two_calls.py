import tensorflow as tf
from tensorflow import keras


def read(image_dir, subset):
    data = keras.utils.image_dataset_from_directory(
        image_dir,
        label_mode="int",
        validation_split=0.2,
        subset=subset,
        seed=123,
        image_size=(96, 96),
        batch_size=32,
    )
    return data.map(lambda images, labels: (tf.cast(images, tf.float32) / 255.0, labels))


def load_and_prepare_data(image_dir):
    training_data = read(image_dir, "training")
    validation_data = read(image_dir, "validation").cache()  # keeps the order of the first pass
    return training_data.prefetch(tf.data.AUTOTUNE), validation_data.prefetch(tf.data.AUTOTUNE)
