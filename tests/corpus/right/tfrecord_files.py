"""Examples written to several TFRecord files and read back, shuffled by file and by record."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.integers(0, 256, (200, 8, 8, 1), dtype=np.uint8)
y = (x[:, :4].mean(axis=(1, 2, 3)) > x[:, 4:].mean(axis=(1, 2, 3))).astype(int)
for shard in range(4):
    with tf.io.TFRecordWriter(f"part-{shard}.tfrecord") as writer:
        for image, label in zip(x[shard::4], y[shard::4]):
            features = {
                "image": tf.train.Feature(bytes_list=tf.train.BytesList(value=[tf.io.encode_png(image).numpy()])),
                "label": tf.train.Feature(int64_list=tf.train.Int64List(value=[int(label)])),
            }
            example = tf.train.Example(features=tf.train.Features(feature=features))
            writer.write(example.SerializeToString())


def parse(record):
    spec = {"image": tf.io.FixedLenFeature([], tf.string), "label": tf.io.FixedLenFeature([], tf.int64)}
    row = tf.io.parse_single_example(record, spec)
    image = tf.ensure_shape(tf.io.decode_png(row["image"], channels=1), (8, 8, 1))
    return tf.image.convert_image_dtype(image, tf.float32), row["label"]


files = [f"part-{shard}.tfrecord" for shard in range(4)]
train = tf.data.Dataset.from_tensor_slices(files[:3]).shuffle(3)
train = train.interleave(tf.data.TFRecordDataset, num_parallel_calls=tf.data.AUTOTUNE)
train = train.shuffle(150).map(parse, tf.data.AUTOTUNE).batch(15).prefetch(tf.data.AUTOTUNE)
val = tf.data.TFRecordDataset(files[3:]).map(parse, tf.data.AUTOTUNE).batch(25).prefetch(tf.data.AUTOTUNE)
model = tf.keras.Sequential([
    tf.keras.Input((8, 8, 1)),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=val, epochs=8, verbose=0)
