import os, tempfile
import numpy as np
import tensorflow as tf

fname = os.path.join(tempfile.mkdtemp(), 'train.tfrecord')
pics = np.random.randint(0, 256, (50, 16, 16, 3), dtype=np.uint8)
labs = np.random.randint(0, 4, 50)

with tf.io.TFRecordWriter(fname) as w:
    for p, l in zip(pics, labs):
        ex = tf.train.Example(features=tf.train.Features(feature={
            'image': tf.train.Feature(bytes_list=tf.train.BytesList(value=[p.tobytes()])),
            'label': tf.train.Feature(int64_list=tf.train.Int64List(value=[int(l)])),
        }))
        w.write(ex.SerializeToString())

def parse(rec):
    f = tf.io.parse_single_example(rec, {
        'image': tf.io.FixedLenFeature([], tf.string),
        'label': tf.io.FixedLenFeature([], tf.int64)})
    img = tf.io.decode_raw(f['image'], tf.float32)  # diagnosis: record_parsed_otherwise
    img = tf.reshape(img, [16, 16, 3])
    return img, f['label']

ds = tf.data.TFRecordDataset(fname).map(parse).batch(10)
m = tf.keras.Sequential([tf.keras.layers.Flatten(), tf.keras.layers.Dense(4, activation='softmax')])
m.compile(loss='sparse_categorical_crossentropy', optimizer='sgd')
m.fit(ds, epochs=1)
