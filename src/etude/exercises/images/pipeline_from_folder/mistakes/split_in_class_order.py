import tensorflow as tf
from tensorflow import keras

IMAGE_SIZE = (96, 96)
BATCH_SIZE = 32


def load_and_prepare_data(image_dir):
    """Training and validation data from a folder with one subfolder per class."""
    training_data, validation_data = keras.utils.image_dataset_from_directory(
        image_dir,
        validation_split=0.2,
        subset="both",
        shuffle=False,  # diagnosis: split_in_class_order
        image_size=IMAGE_SIZE,
        batch_size=BATCH_SIZE,
        verbose=False,
    )
    return scaled(training_data.unbatch().shuffle(1000).batch(BATCH_SIZE)), scaled(validation_data)


def scaled(data):
    """The same batches with pixels between 0 and 1."""
    rescale = keras.layers.Rescaling(1.0 / 255)
    data = data.map(
        lambda images, labels: (rescale(images), labels),  # (B, 96, 96, 3) float32, (B,) int32
        num_parallel_calls=tf.data.AUTOTUNE,
    )
    return data.prefetch(tf.data.AUTOTUNE)  # the next batch is made while the network learns


if __name__ == "__main__":
    training_data, validation_data = load_and_prepare_data("data/clip_art")
    for images, labels in training_data.take(1):
        print(images.shape, images.dtype, float(tf.reduce_min(images)), float(tf.reduce_max(images)))
        print(labels.numpy())
