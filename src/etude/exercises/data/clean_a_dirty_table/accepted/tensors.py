"""The same with operations of TensorFlow on whole columns."""

import tensorflow as tf


def clean(rows):
    text = {name: tf.strings.strip(tf.constant(column)) for name, column in rows.items()}
    plant = tf.strings.to_number(text["plant"], tf.int32)
    day = tf.strings.to_number(text["day"], tf.int32)
    heights = tf.strings.regex_replace(text["height"], ",", ".")
    known = tf.strings.regex_full_match(heights, r"-?\d+(\.\d+)?")
    height = tf.strings.to_number(tf.where(known, heights, "-1"))
    height = tf.where((height < 0) | (height > 300), float("nan"), height)

    key = text["plant"] + " " + text["day"]
    unique, place = tf.unique(key)
    rows_of = tf.range(tf.size(key))
    first = tf.math.unsorted_segment_min(rows_of, place, tf.size(unique))
    columns = {
        "plant": plant,
        "day": day,
        "variety": tf.strings.lower(text["variety"]),
        "height": height,
    }
    return {name: tf.gather(column, tf.sort(first)).numpy() for name, column in columns.items()}
