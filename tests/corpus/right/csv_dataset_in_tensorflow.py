"""make_csv_dataset with shuffling, an epoch at a time, features packed into one tensor."""
import csv

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
for name, count in (("train.csv", 240), ("val.csv", 60)):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["a", "b", "label"])
        for a, b in rng.normal(size=(count, 2)):
            writer.writerow([f"{a:.4f}", f"{b:.4f}", int(a > b)])


def load(name, shuffle):
    ds = tf.data.experimental.make_csv_dataset(
        name, batch_size=20, label_name="label", num_epochs=1, shuffle=shuffle, shuffle_buffer_size=500
    )
    return ds.map(lambda row, label: (tf.stack([row["a"], row["b"]], axis=1), label)).prefetch(tf.data.AUTOTUNE)


model = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(8, activation="relu"), tf.keras.layers.Dense(1, activation="sigmoid")])
model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(load("train.csv", True), validation_data=load("val.csv", False), epochs=6, verbose=0)
