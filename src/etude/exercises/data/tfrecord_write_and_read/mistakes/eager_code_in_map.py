"""Parses in Python, on a record that has no value while the function is traced."""

import tensorflow as tf


def write_records(path, measures, names):
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
    def parse(record):
        example = tf.train.Example()
        example.ParseFromString(record.numpy())  # diagnosis: eager_code_in_map
        feature = example.features.feature
        return feature["measures"].float_list.value, feature["name"].bytes_list.value[0]

    return tf.data.TFRecordDataset(path).map(parse).batch(batch_size)
