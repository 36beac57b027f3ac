"""Reads whole numbers where floats were written."""

import tensorflow as tf

FEATURES = {
    "measures": tf.io.FixedLenFeature((3,), tf.int64),  # diagnosis: record_parsed_otherwise
    "name": tf.io.FixedLenFeature((), tf.string),
}


def write_records(path, measures, names):
    """One tf.train.Example per row; returns the path."""
    with tf.io.TFRecordWriter(path) as writer:
        for row, name in zip(measures, names):
            feature = {
                "measures": tf.train.Feature(float_list=tf.train.FloatList(value=row)),
                "name": tf.train.Feature(bytes_list=tf.train.BytesList(value=[name.encode()])),
            }
            example = tf.train.Example(features=tf.train.Features(feature=feature))
            writer.write(example.SerializeToString())
    return path


def read_records(path, batch_size):
    """A dataset of batches (measures (batch, 3), name (batch,))."""

    def parse(record):
        example = tf.io.parse_single_example(record, FEATURES)
        return example["measures"], example["name"]

    return tf.data.TFRecordDataset(path).map(parse).batch(batch_size)
