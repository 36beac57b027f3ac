"""Keras cuts both parts, and mixes one."""

import keras


def windows_of(part, size, batch_size, mixed):
    return keras.utils.timeseries_dataset_from_array(
        part[:-1], part[size:], sequence_length=size, batch_size=batch_size, shuffle=mixed
    )


def make_datasets(series, held_out, size, batch_size):
    border = len(series) - held_out
    return (
        windows_of(series[:border], size, batch_size, True),
        windows_of(series[border:], size, batch_size, False),
    )
