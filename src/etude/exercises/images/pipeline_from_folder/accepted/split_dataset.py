import tensorflow as tf
from tensorflow import keras


def load_and_prepare_data(image_dir):
    examples = keras.utils.image_dataset_from_directory(
        image_dir,
        image_size=(96, 96),
        batch_size=None,
        shuffle=False,
        crop_to_aspect_ratio=True,
        verbose=False,
    )
    training_data, validation_data = keras.utils.split_dataset(
        examples, right_size=0.2, shuffle=True, seed=5
    )
    rescale = keras.layers.Rescaling(1 / 255)

    def finish(data):
        data = data.batch(32, drop_remainder=False)
        return data.map(lambda x, y: (rescale(x), y), num_parallel_calls=4).prefetch(1)

    return finish(training_data.shuffle(1000)), finish(validation_data)
