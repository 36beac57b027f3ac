# the name of the class in a record
import tensorflow as tf


def record(name, number):
    feature = {
        "name": tf.train.Feature(bytes_list=tf.train.BytesList(value=[name])),  # diagnosis: record_feature_refused
        "number": tf.train.Feature(int64_list=tf.train.Int64List(value=[number])),
    }
    return tf.train.Example(features=tf.train.Features(feature=feature)).SerializeToString()


for number, name in enumerate(["oak", "birch", "pine"]):
    print(len(record(name, number)))
