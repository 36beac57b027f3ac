# Cannot take the length of shape with unknown rank - but printing the shape of one example works
import os
import tempfile

import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(6)
path = os.path.join(tempfile.mkdtemp(), "windows.tfrecord")
with tf.io.TFRecordWriter(path) as out:
    for i in range(96):
        window = (rng.normal(size=(12, 3)) + i % 2).astype("float32")
        out.write(tf.train.Example(features=tf.train.Features(feature={
            "window": tf.train.Feature(bytes_list=tf.train.BytesList(value=[tf.io.serialize_tensor(window).numpy()])),
            "fault": tf.train.Feature(int64_list=tf.train.Int64List(value=[i % 2])),
        })).SerializeToString())

SPEC = {"window": tf.io.FixedLenFeature([], tf.string), "fault": tf.io.FixedLenFeature([], tf.int64)}


def read(record):
    parts = tf.io.parse_single_example(record, SPEC)
    return tf.io.parse_tensor(parts["window"], tf.float32), parts["fault"]


data = tf.data.TFRecordDataset(path).map(read)  # diagnosis: shape_lost_in_python_code
print(next(iter(data))[0].shape)
start = keras.Input((12, 3))
end = keras.layers.Dense(1, activation="sigmoid")(keras.layers.Flatten()(start))
model = keras.Model(start, end)
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(data.shuffle(96).batch(16), epochs=2, verbose=0)
