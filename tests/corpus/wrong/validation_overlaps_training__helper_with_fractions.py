"""My split function from a blog gives far too good validation results; on the real test set it is at chance."""
import keras
import numpy as np
import tensorflow as tf


def get_partitions(ds, ds_size, train_split=0.7, val_split=0.3, shuffle_size=1000):
    ds = ds.shuffle(shuffle_size, seed=12)  # diagnosis: validation_overlaps_training
    train_size = int(train_split * ds_size)
    val_size = int(val_split * ds_size)
    train_ds = ds.take(train_size)  # diagnosis: validation_overlaps_training
    val_ds = ds.skip(train_size).take(val_size)  # diagnosis: validation_overlaps_training
    return train_ds, val_ds


def main():
    keras.utils.set_random_seed(2)
    rng = np.random.default_rng(2)
    x = rng.normal(size=(240, 30)).astype("float32")
    y = rng.integers(0, 3, 240)
    train, val = get_partitions(tf.data.Dataset.from_tensor_slices((x, y)), 240)
    train, val = train.batch(16).prefetch(2), val.batch(16).prefetch(2)
    inputs = keras.Input((30,))
    hidden = keras.layers.Dense(96, activation="relu")(inputs)
    model = keras.Model(inputs, keras.layers.Dense(3, activation="softmax")(hidden))
    model.compile(keras.optimizers.Adam(0.005), "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(train, validation_data=val, epochs=12, verbose=2)


main()
