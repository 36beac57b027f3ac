"""Gives Keras the series itself as targets."""

import keras


def windows_of(series, size, batch_size):
    """Batches of windows (batch, size) and labels (batch,)."""
    return keras.utils.timeseries_dataset_from_array(
        series,
        series,  # diagnosis: label_inside_window
        sequence_length=size,
        batch_size=batch_size,
    )
