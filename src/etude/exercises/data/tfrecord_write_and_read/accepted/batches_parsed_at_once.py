"""Batches of records are parsed in one operation; the features are made by small functions."""

import tensorflow as tf
from tensorflow.train import BytesList, Example, Feature, Features, FloatList


def floats(values):
    return Feature(float_list=FloatList(value=[float(value) for value in values]))


def text(value):
    return Feature(bytes_list=BytesList(value=[bytes(value, "utf-8")]))


def write_records(path, measures, names):
    writer = tf.io.TFRecordWriter(path)
    for i in range(len(names)):
        features = Features(feature={"name": text(names[i]), "measures": floats(measures[i])})
        writer.write(Example(features=features).SerializeToString())
    writer.close()
    return path


def read_records(path, batch_size):
    wanted = {
        "name": tf.io.FixedLenFeature([], tf.string),
        "measures": tf.io.FixedLenFeature([3], tf.float32),
    }

    def parse(records):
        examples = tf.io.parse_example(records, wanted)
        return examples["measures"], examples["name"]

    batches = tf.data.TFRecordDataset([path]).batch(batch_size)
    return batches.map(parse, num_parallel_calls=tf.data.AUTOTUNE).prefetch(1)
