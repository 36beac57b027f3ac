"""The median into the rows first, then the look-ups as multi-hot."""

import keras
import numpy as np
from keras import layers


def build_preprocessor(rows):
    inputs = {}
    features = []
    for name in rows:
        if rows[name].dtype.kind == "f":
            column = rows[name]
            median = np.nanmedian(column)
            column[np.isnan(column)] = median
            inputs[name] = keras.Input(shape=(1,), name=name)
            filled = keras.ops.nan_to_num(inputs[name], nan=float(median))
            norm = layers.Normalization(axis=None)
            norm.adapt(column)
            features.append(norm(filled))
        else:
            known = sorted(set(rows[name].tolist()) - {""})
            inputs[name] = keras.Input(shape=(1,), name=name, dtype="string")
            look_up = layers.StringLookup(vocabulary=known, output_mode="multi_hot")
            features.append(look_up(inputs[name]))
    return keras.Model(inputs=inputs, outputs=layers.Concatenate(axis=-1)(features))
