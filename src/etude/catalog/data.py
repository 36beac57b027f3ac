"""Where data sets lie: public ones, which programs may read, and hidden ones, which judge them."""

import importlib.util
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

PACKAGE = "etude.data"


@cache
def data_folder() -> Path:
    """The installed data folder."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("étude's data folder is not installed; reinstall etude")
    return Path(spec.submodule_search_locations[0])


def public_data(name: str) -> Path:
    """Folder of a public data set."""
    return data_folder() / "public" / name


def hidden_arrays(name: str) -> "Mapping[str, np.ndarray]":
    """Arrays of a hidden set: ``labels``, ``inputs`` or ``inputs_<column>``.

    Args:
      name: of the set; "credit.price" is the same set with that column as its labels, and
        "co2.next-4" the same series with the four values after each window
        (``etude.catalog.hidden_series``).
    """
    return arrays_of(name, _installed)


def arrays_of(
    name: str, stored: "Callable[[str], Mapping[str, np.ndarray]]"
) -> "Mapping[str, np.ndarray]":
    """What a name asks of a set, wherever sets are stored.

    Args:
      stored: name of a set -> its arrays.
    """
    from etude.catalog.hidden_series import windows_asked

    stored_as, _, asked = name.partition(".")
    arrays = stored(stored_as)
    if not asked:
        return arrays
    return windows_asked(arrays, asked) if "inputs" in arrays else _asked_for(arrays, asked)


def _installed(name: str) -> "Mapping[str, np.ndarray]":
    import numpy as np

    with np.load(data_folder() / "hidden" / f"{name}.npz", allow_pickle=False) as stored:
        return {key: stored[key] for key in stored.files}


def _asked_for(arrays: "Mapping[str, np.ndarray]", column: str) -> "Mapping[str, np.ndarray]":
    """One column as the labels, of the rows that have a number there; what were the labels goes."""
    import numpy as np

    labels = arrays[f"inputs_{column}"]
    known = np.isfinite(labels)
    inputs = {
        name: values[known]
        for name, values in arrays.items()
        if name.startswith("inputs_") and name != f"inputs_{column}"
    }
    return {**inputs, "labels": labels[known]}
