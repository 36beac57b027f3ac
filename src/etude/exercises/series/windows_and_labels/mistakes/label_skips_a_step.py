"""Leaves out one value between the window and its label."""

import keras


def windows_of(series, size, batch_size):
    """Batches of windows (batch, size) and labels (batch,)."""
    return keras.utils.timeseries_dataset_from_array(
        series[:-1],
        series[size + 1 :],  # diagnosis: label_skips_a_step
        sequence_length=size,
        batch_size=batch_size,
    )
