"""Features of unknown length, made dense after parsing."""

import tensorflow as tf


def write_records(path, measures, names):
    with tf.io.TFRecordWriter(str(path)) as writer:
        for row, name in zip(measures.tolist(), names):
            example = tf.train.Example()
            example.features.feature["measures"].float_list.value.extend(row)
            example.features.feature["name"].bytes_list.value.append(name.encode("utf-8"))
            writer.write(example.SerializeToString())
    return path


def read_records(path, batch_size):
    def parse(record):
        found = tf.io.parse_single_example(
            record,
            {
                "measures": tf.io.VarLenFeature(tf.float32),
                "name": tf.io.VarLenFeature(tf.string),
            },
        )
        measures = tf.ensure_shape(tf.sparse.to_dense(found["measures"]), (3,))
        return measures, tf.ensure_shape(found["name"].values, (1,))[0]

    files = tf.data.Dataset.from_tensors(path)
    return files.interleave(tf.data.TFRecordDataset).map(parse).batch(batch_size)
