"""The median into a copy of the rows first; a list of inputs; multi-hot look-ups."""

import keras
import numpy as np
from keras import layers


def build_preprocessor(rows):
    inputs = []
    features = []
    for name in rows:
        if rows[name].dtype.kind == "f":
            column = rows[name]
            median = np.nanmedian(column)
            column[np.isnan(column)] = median
            inputs.append(keras.Input(shape=(1,), name=name))
            filled = keras.ops.nan_to_num(inputs[-1], nan=float(median))
            norm = layers.Normalization(axis=None)
            norm.adapt(column)
            features.append(norm(filled))
        else:
            known = sorted(set(rows[name].tolist()) - {""})
            inputs.append(keras.Input(shape=(1,), name=name, dtype="string"))
            look_up = layers.StringLookup(vocabulary=known, output_mode="multi_hot")
            features.append(look_up(inputs[-1]))
    return keras.Model(inputs=inputs, outputs=layers.Concatenate(axis=-1)(features))
