"""Labels keep an axis of size one."""

import keras


def windows_of(series, size, batch_size):
    """Batches of windows (batch, size) and labels (batch,)."""
    return keras.utils.timeseries_dataset_from_array(
        series[:-1],  # a window that ended with the last value would have no label
        series[size:, None],  # window i begins at i, so its label is value i + size
        sequence_length=size,
        batch_size=batch_size,
    )
