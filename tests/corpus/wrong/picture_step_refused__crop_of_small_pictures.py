# crops for augmentation, of pictures of several sizes
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
sizes = [48, 40, 64, 30, 50]
pictures = [rng.random((size, size, 3)).astype("float32") for size in sizes]


def make():
    yield from pictures


def crop(picture):
    return tf.image.random_crop(picture, (32, 32, 3))  # diagnosis: picture_step_refused


data = tf.data.Dataset.from_generator(make, output_signature=tf.TensorSpec((None, None, 3)))
for picture in data.map(crop):
    print(picture.shape)
