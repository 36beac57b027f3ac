import tensorflow as tf
from tensorflow import keras

IMAGE_SIZE = (96, 96)
BATCH_SIZE = 32


def load_and_prepare_data(image_dir):
    """Training and validation data from a folder with one subfolder per class."""
    training_data = None  # TODO: pictures for training, shuffled anew in every epoch
    validation_data = None  # TODO: one picture in five, in a fixed order
    return training_data, validation_data


if __name__ == "__main__":
    training_data, validation_data = load_and_prepare_data("data/clip_art")
    for images, labels in training_data.take(1):
        print(images.shape, images.dtype, float(tf.reduce_min(images)), float(tf.reduce_max(images)))
        print(labels.numpy())
