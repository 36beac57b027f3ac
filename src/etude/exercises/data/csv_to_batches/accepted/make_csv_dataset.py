"""TensorFlow reads the file; rows with a gap are filtered out."""

import tensorflow as tf

MEASURES = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
SPECIES = ["Adelie", "Chinstrap", "Gentoo"]


def load_penguins(path, batch_size):
    rows = tf.data.experimental.make_csv_dataset(
        path,
        batch_size=64,
        select_columns=["species", *MEASURES],
        column_defaults=[tf.string if name == "species" else float("nan") for name in header(path)],
        num_epochs=1,
        shuffle=False,
    )
    number = tf.keras.layers.StringLookup(vocabulary=SPECIES, num_oov_indices=0)

    def as_pair(row):
        features = tf.stack([row[name] for name in MEASURES], axis=-1)
        return features, number(row["species"])

    data = rows.map(as_pair).unbatch()
    data = data.filter(lambda x, _: tf.reduce_all(tf.math.is_finite(x)))
    return data.shuffle(1000).batch(batch_size).prefetch(1)


def header(path):
    """Names of the wanted columns in the order of the file."""
    with open(path, encoding="utf-8") as file:
        names = file.readline().strip().split(",")
    return [name for name in names if name in ("species", *MEASURES)]
