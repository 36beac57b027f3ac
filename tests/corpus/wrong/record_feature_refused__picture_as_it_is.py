# pictures and their classes as records
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
pictures = rng.random((5, 8, 8)).astype("float32")
kinds = rng.integers(0, 3, 5)


def record(picture, kind):
    pixels = tf.train.Feature(float_list=tf.train.FloatList(value=picture))  # diagnosis: record_feature_refused
    label = tf.train.Feature(int64_list=tf.train.Int64List(value=[int(kind)]))
    features = tf.train.Features(feature={"picture": pixels, "kind": label})
    return tf.train.Example(features=features).SerializeToString()


written = [record(picture, kind) for picture, kind in zip(pictures, kinds)]
print(len(written))
