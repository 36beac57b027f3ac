"""tfrecords: writing works, reading raises InvalidArgumentError about allowed values."""
import numpy as np
import tensorflow as tf

x = np.random.default_rng(0).normal(size=(20, 4)).astype("float32")
y = np.arange(20) % 3


def to_example(row, label):
    return tf.train.Example(features=tf.train.Features(feature={
        "x": tf.train.Feature(float_list=tf.train.FloatList(value=row)),
        "y": tf.train.Feature(int64_list=tf.train.Int64List(value=[label])),
    }))


with tf.io.TFRecordWriter("train.tfrecord") as w:
    for row, label in zip(x, y):
        w.write(to_example(row, label).SerializeToString())

SPEC = {
    "x": tf.io.FixedLenFeature([4], tf.float32),
    "y": tf.io.FixedLenFeature([], tf.int32),  # diagnosis: record_parsed_otherwise
}


def parse(record):
    parsed = tf.io.parse_single_example(record, SPEC)
    return parsed["x"], parsed["y"]


ds = tf.data.TFRecordDataset("train.tfrecord").map(parse).shuffle(20).batch(5)
for bx, by in ds.take(1):
    print(bx.shape, by)
