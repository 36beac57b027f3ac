"""Right input pipelines in many styles: no diagnosis about data may speak."""

from collections.abc import Callable

import pytest

from etude.diagnoses.diagnose import catalogue
from etude.diagnoses.evidence import Evidence

pytestmark = [pytest.mark.tensorflow, pytest.mark.slow]

ABOUT_DATA = (
    *("pixels_not_scaled", "pixels_not_scaled_by_convert", "pixels_scaled_twice", "resized_twice"),
    *("shuffled_after_batching", "shuffled_validation", "validation_overlaps_training"),
    *("not_shuffled", "cached_after_shuffling", "batched_twice", "not_prefetched"),
    *("random_augmentation_cached", "labels_collected_in_second_pass"),
    *("endless_data", "ran_out_of_data", "split_takes_last_rows", "augmented_validation"),
    *("python_random_in_map", "dataset_change_not_kept", "shuffled_apart", "no_data_left"),
    *("folders_are_not_classes", "fitted_before_splitting", "iterator_used_up"),
    *("cache_file_reused", "directory_split_refused", "split_of_dataset", "batch_size_ignored"),
    *("last_examples_not_judged", "sizes_differ_in_batch", "eager_code_in_map"),
    *("slices_of_two_arguments", "picture_without_shape", "label_is_file_name"),
    *("class_names_lost", "repeated_before_shuffling", "cached_after_repeating"),
    *("chosen_on_test_data", "wrong_preprocessing_for_network", "pixels_prepared_twice"),
)

HEAD = """import os
import numpy as np
import tensorflow as tf
from tensorflow import keras
AUTOTUNE = tf.data.AUTOTUNE
rng = np.random.default_rng(0)
keras.utils.set_random_seed(0)

def network(*first, side=16, classes=3, channels=3):
    model = keras.Sequential([
        keras.Input((side, side, channels)), *first,
        keras.layers.Conv2D(2, 3, activation="relu"),
        keras.layers.GlobalAveragePooling2D(),
        keras.layers.Dense(classes, activation="softmax"),
    ])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model

def make_folder():
    for label, name in enumerate(("ape", "bee", "cat")):
        os.makedirs(f"pictures/{name}", exist_ok=True)
        for i in range(12):
            picture = rng.integers(0, 256, (20, 24, 3)).astype("uint8")
            tf.io.write_file(f"pictures/{name}/{i}.png", tf.io.encode_png(picture))

images = rng.integers(0, 256, (60, 16, 16, 3)).astype("uint8")
labels = np.repeat([0, 1, 2], 20)
"""

PROGRAMS = {
    "the tutorial on pictures from folders": """
make_folder()
train_ds = keras.utils.image_dataset_from_directory(
    "pictures", validation_split=0.2, subset="training", seed=123, image_size=(16, 16),
    batch_size=8)
val_ds = keras.utils.image_dataset_from_directory(
    "pictures", validation_split=0.2, subset="validation", seed=123, image_size=(16, 16),
    batch_size=8)
train_ds = train_ds.cache().shuffle(1000).prefetch(buffer_size=AUTOTUNE)
val_ds = val_ds.cache().prefetch(buffer_size=AUTOTUNE)
network(keras.layers.Rescaling(1. / 255)).fit(train_ds, validation_data=val_ds, verbose=0)
""",
    "scaled in map, validation shuffled by the reader's default": """
make_folder()
def read(subset):
    return keras.utils.image_dataset_from_directory(
        "pictures", validation_split=0.25, subset=subset, seed=1, image_size=(16, 16), batch_size=8)
scale = keras.layers.Rescaling(1 / 255)
training_data = read("training").map(lambda x, y: (scale(x), y)).prefetch(AUTOTUNE)
validation_data = read("validation").map(lambda x, y: (scale(x), y)).prefetch(AUTOTUNE)
network().fit(training_data, validation_data=validation_data, verbose=0)
""",
    "files listed, shuffled once, split, cached, shuffled": """
make_folder()
names = tf.constant(sorted(os.listdir("pictures")))
files = tf.data.Dataset.list_files("pictures/*/*", shuffle=False)
files = files.shuffle(36, reshuffle_each_iteration=False)
def load(path):
    label = tf.argmax(tf.strings.split(path, os.sep)[-2] == names)
    image = tf.io.decode_png(tf.io.read_file(path), channels=3)
    return tf.image.resize(tf.image.convert_image_dtype(image, tf.float32), (16, 16)), label
training_data = files.skip(8).map(load, num_parallel_calls=AUTOTUNE).cache()
training_data = training_data.shuffle(28).batch(8).prefetch(AUTOTUNE)
validation_data = files.take(8).map(load).batch(8)
network().fit(training_data, validation_data=validation_data, verbose=0)
""",
    "arrays that fit shuffles itself": """
order = rng.permutation(60)
x, y = images[order] / 255.0, labels[order]
network().fit(x, y, validation_split=0.2, verbose=0)
""",
    "bytes into a model that rescales, sorted but shuffled": """
training_data = tf.data.Dataset.from_tensor_slices((images, labels)).shuffle(60).batch(10)
network(keras.layers.Rescaling(1 / 127.5, offset=-1)).fit(training_data, verbose=0)
""",
    "augmentation after the cache, layers on batches": """
flip, turn = keras.layers.RandomFlip("horizontal"), keras.layers.RandomRotation(0.1)
augment = keras.Sequential([flip, turn])
training_data = tf.data.Dataset.from_tensor_slices((images / 255.0, labels)).cache()
training_data = training_data.shuffle(60).batch(10)
training_data = training_data.map(lambda x, y: (augment(x, training=True), y)).prefetch(AUTOTUNE)
network().fit(training_data, verbose=0)
""",
    "normalised by an adapted layer": """
training_data = tf.data.Dataset.from_tensor_slices((images.astype("float32"), labels))
normalise = keras.layers.Normalization()
normalise.adapt(training_data.map(lambda x, y: x).batch(10))
network(normalise).fit(training_data.shuffle(60).batch(10), verbose=0)
""",
    "a resized picture cropped at random": """
def prepare(image, label):
    image = tf.image.resize(image, (20, 20)) / 255.0
    return tf.image.random_crop(image, (16, 16, 3)), label
training_data = tf.data.Dataset.from_tensor_slices((images, labels)).shuffle(60)
network().fit(training_data.map(prepare).batch(10).prefetch(2), verbose=0)
""",
    "low and high resolution pairs": """
def pair(image):
    high = tf.image.resize(image, (32, 32)) / 255.0
    return tf.image.resize(high, (16, 16)), high
training_data = tf.data.Dataset.from_tensor_slices(images).shuffle(60).map(pair).batch(10)
model = keras.Sequential([keras.Input((16, 16, 3)), keras.layers.UpSampling2D(),
                          keras.layers.Conv2D(3, 3, padding="same")])
model.compile("adam", "mse")
model.fit(training_data, verbose=0)
""",
    "windows of a time series": """
series = np.sin(np.arange(80) / 5).astype("float32")
windows = tf.data.Dataset.from_tensor_slices(series).window(6, shift=1, drop_remainder=True)
windows = windows.flat_map(lambda w: w.batch(6)).map(lambda w: (w[:-1], w[-1]))
training_data = windows.take(60).shuffle(60).batch(8).prefetch(1)
validation_data = windows.skip(60).batch(8).prefetch(1)
model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(training_data, validation_data=validation_data, verbose=0)
""",
    "a time series in order, on purpose": """
series = np.arange(80, dtype="float32") / 80
training_data = keras.utils.timeseries_dataset_from_array(series, series[5:], 5, batch_size=8)
model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(training_data, verbose=0)
""",
    "sequences cut by batch, then shuffled and batched": """
ids = tf.data.Dataset.from_tensor_slices(rng.integers(0, 9, 210))
sequences = ids.batch(7, drop_remainder=True).map(lambda s: (s[:-1], s[1:]))
training_data = sequences.shuffle(30).batch(5, drop_remainder=True)
model = keras.Sequential([keras.Input((6,)), keras.layers.Embedding(9, 4), keras.layers.Dense(9)])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(training_data, verbose=0)
""",
    "clips: pictures batched to videos, videos batched": """
frames = tf.data.Dataset.from_tensor_slices(images / 255.0).batch(4)
training_data = frames.map(lambda clip: (clip, 1.0)).shuffle(15).batch(3)
video = keras.Input((4, 16, 16, 3))
model = keras.Model(video, keras.layers.Dense(1)(keras.layers.Flatten()(video)))
model.compile("adam", "mse")
model.fit(training_data, verbose=0)
""",
    "classes mixed by sampling": """
parts = [tf.data.Dataset.from_tensor_slices((images[labels == k] / 255.0, labels[labels == k]))
         for k in range(3)]
parts = [part.shuffle(20).repeat() for part in parts]
training_data = tf.data.Dataset.sample_from_datasets(parts, weights=[1 / 3] * 3).batch(8)
network().fit(training_data, steps_per_epoch=4, verbose=0)
""",
    "a generator that shuffles in Python": """
def batches():
    while True:
        picked = rng.permutation(60)[:10]
        yield images[picked] / 255.0, labels[picked]
network().fit(batches(), steps_per_epoch=3, verbose=0)
""",
    "a functional model that divides, a subclassed one that does": """
training_data = tf.data.Dataset.from_tensor_slices((images, labels)).shuffle(60).batch(10)
inputs = keras.Input((16, 16, 3))
x = keras.layers.Conv2D(2, 3, activation="relu")(inputs / 255.0)
x = keras.layers.GlobalAveragePooling2D()(x)
model = keras.Model(inputs, keras.layers.Dense(3, activation="softmax")(x))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(training_data, verbose=0)

class Small(keras.Model):
    def __init__(self):
        super().__init__()
        self.flat = keras.layers.Flatten()
        self.out = keras.layers.Dense(3, activation="softmax")

    def call(self, x):
        return self.out(self.flat(tf.cast(x, tf.float32) / 255.0))

small = Small()
small.compile("adam", "sparse_categorical_crossentropy")
small.fit(training_data, verbose=0)
""",
    "grey digits as bytes, scaled in place": """
digits = rng.integers(0, 256, (60, 28, 28)).astype("uint8")
x = digits[..., None] / 255.0
network(side=28, channels=1).fit(x, labels, verbose=0)
""",
    "a custom loop": """
training_data = tf.data.Dataset.from_tensor_slices((images / 255.0, labels)).shuffle(60).batch(10)
model, optimizer = network(), keras.optimizers.SGD()
loss = keras.losses.SparseCategoricalCrossentropy()
for x, y in training_data:
    with tf.GradientTape() as tape:
        value = loss(y, model(x, training=True))
    gradients = tape.gradient(value, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
""",
    "predictions and labels of one pass": """
test_data = tf.data.Dataset.from_tensor_slices((images / 255.0, labels)).shuffle(60).batch(10)
model = network()
predictions = model.predict(test_data, verbose=0)
pairs = [(model.predict_on_batch(x), y) for x, y in test_data]
for x, y in test_data.take(1):
    print(y.numpy())
""",
    "endless pictures with counted steps, augmented for training alone": """
flip = keras.layers.RandomFlip()
pairs = tf.data.Dataset.from_tensor_slices((images / 255.0, labels))
pairs = pairs.shuffle(60, seed=1, reshuffle_each_iteration=False)
training_data = pairs.skip(20).cache().shuffle(40).repeat().batch(10)
training_data = training_data.map(lambda x, y: (flip(x, training=True), y)).prefetch(AUTOTUNE)
validation_data = pairs.take(20).batch(10)
network().fit(training_data, validation_data=validation_data, epochs=3, steps_per_epoch=4,
              verbose=0)
""",
    "a generator function for several epochs": """
def examples():
    for image, label in zip(images, labels):
        yield image / 255.0, label
kinds = (tf.TensorSpec((16, 16, 3)), tf.TensorSpec((), tf.int32))
for function in (examples, lambda: examples()):
    data = tf.data.Dataset.from_generator(function, output_signature=kinds)
    network().fit(data.shuffle(60).batch(10), epochs=2, verbose=0)
""",
    "pairs and pictures of two kinds zipped": """
pictures = tf.data.Dataset.from_tensor_slices(images / 255.0)
classes = tf.data.Dataset.from_tensor_slices(labels)
training_data = tf.data.Dataset.zip((pictures, classes)).shuffle(60).batch(10)
network().fit(training_data, verbose=0)
horses, zebras = pictures.take(30).shuffle(30).batch(1), pictures.skip(30).shuffle(30).batch(1)
for horse, zebra in tf.data.Dataset.zip((horses, zebras)).take(2):
    print(horse.shape, zebra.shape)
""",
    "Python's random numbers where Python draws them": """
import random
brightness = random.uniform(0.1, 0.2)
def turned(image):
    return np.rot90(image, rng.integers(4)).astype("float32")
def augment(image, label):
    image = tf.numpy_function(turned, [image + brightness], tf.float32)
    return tf.ensure_shape(image, (16, 16, 3)), label
training_data = tf.data.Dataset.from_tensor_slices(((images / 255.0).astype("float32"), labels))
network().fit(training_data.shuffle(60).map(augment).batch(10), verbose=0)
""",
    "an untrained ready-made network, a rescaling layer": """
base = keras.applications.MobileNet(
    alpha=0.25, input_shape=(32, 32, 3), include_top=False, weights=None, pooling="avg")
model = keras.Sequential([keras.Input((32, 32, 3)), keras.layers.Rescaling(1 / 127.5, -1), base,
                          keras.layers.Dense(3)])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
order = rng.permutation(60)
large = tf.image.resize(images, (32, 32)).numpy()
model.fit(large[order], labels[order], validation_split=0.2, verbose=0)
""",
    "both parts of a folder at once, test data in order": """
make_folder()
training_data, validation_data = keras.utils.image_dataset_from_directory(
    "pictures", validation_split=0.25, subset="both", seed=1, image_size=(16, 16), batch_size=8)
class_names = training_data.class_names
test_data = keras.utils.image_dataset_from_directory(
    "pictures", shuffle=False, image_size=(16, 16), batch_size=8)
model = network(keras.layers.Rescaling(1 / 255))
stop = keras.callbacks.EarlyStopping(patience=3, restore_best_weights=True)
training_data = training_data.cache("training").shuffle(20)
model.fit(training_data, validation_data=validation_data.cache("held"), epochs=2,
          callbacks=[stop], verbose=0)
model.evaluate(validation_data, verbose=0)
model.evaluate(test_data, verbose=0)
true_labels = np.concatenate([y for x, y in test_data])
""",
    "noise to be taken away, in validation too": """
def noisy(image):
    return image + tf.random.normal(tf.shape(image), stddev=0.1), image
pictures = tf.data.Dataset.from_tensor_slices((images / 255.0).astype("float32"))
training_data = pictures.skip(20).shuffle(40).map(noisy).batch(10)
validation_data = pictures.take(20).map(noisy).batch(10)
model = keras.Sequential([keras.Input((16, 16, 3)), keras.layers.Conv2D(3, 3, padding="same")])
model.compile("adam", "mse")
model.fit(training_data, validation_data=validation_data, verbose=0)
""",
    "a vocabulary and a scaler of the training rows": """
texts = np.array([f"word{i % 9} and word{i % 7}" for i in range(60)], dtype=object)
order = rng.permutation(60)
texts, classes = texts[order], labels[order]
train_texts, test_texts = texts[:40], texts[40:]
vectorize = keras.layers.TextVectorization(output_sequence_length=4)
vectorize.adapt(train_texts)
training_data = tf.data.Dataset.from_tensor_slices((train_texts, classes[:40])).shuffle(40)
training_data = training_data.batch(8).map(lambda text, label: (vectorize(text), label))
test_data = tf.data.Dataset.from_tensor_slices((test_texts, classes[40:])).batch(8)
test_data = test_data.map(lambda text, label: (vectorize(text), label))
model = keras.Sequential([keras.Input((4,), dtype="int64"), keras.layers.Embedding(20, 4),
                          keras.layers.GlobalAveragePooling1D(), keras.layers.Dense(3)])
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(training_data, epochs=2, verbose=0)
model.evaluate(test_data, verbose=0)
""",
    "pictures and masks listed in order": """
make_folder()
os.rename("pictures", "images")
make_folder()
os.rename("pictures", "masks")
def read(picture, mask):
    picture = tf.io.decode_image(tf.io.read_file(picture), expand_animations=False)
    mask = tf.io.decode_png(tf.io.read_file(mask), channels=1)
    return tf.image.resize(picture, (16, 16)) / 255.0, tf.image.resize(mask, (16, 16)) / 255.0
pictures = tf.data.Dataset.list_files("images/*/*.png", shuffle=False)
masks = tf.data.Dataset.list_files("masks/*/*.png", shuffle=False)
training_data = tf.data.Dataset.zip((pictures, masks)).shuffle(36).map(read).batch(8)
model = keras.Sequential([keras.Input((16, 16, 3)),
                          keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(training_data, verbose=0)
""",
    "steps that fit the data, batches dropped in training alone": """
pairs = tf.data.Dataset.from_tensor_slices((images / 255.0, labels))
training_data = pairs.shuffle(60).batch(16, drop_remainder=True)
network().fit(training_data, steps_per_epoch=len(training_data), epochs=2, verbose=0)
for x, y in training_data.take(1):
    print(x.shape)
training_data.save("kept")
""",
    "an unshuffled copy to look at the training set's mistakes": """
source = tf.data.Dataset.from_tensor_slices((images / 255.0, labels))
training_data = source.shuffle(60).batch(10)
training_data_in_order = source.batch(10)
model = network()
model.fit(training_data, verbose=0)
predictions = model.predict(training_data_in_order, verbose=0)
true_labels = np.concatenate([y for x, y in training_data_in_order])
""",
}


@pytest.mark.parametrize("style", list(PROGRAMS))
def test_no_diagnosis_speaks(style: str, evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of(HEAD + PROGRAMS[style])

    found = {name: catalogue()[name].match(evidence) for name in ABOUT_DATA}

    assert not evidence.errors
    assert {name for name, finding in found.items() if finding} == set()
