"""Where data sets lie: public ones, which programs may read, and hidden ones, which judge them."""

import importlib.util
from collections.abc import Mapping
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
    """Arrays of a hidden set: ``labels``, ``inputs`` or ``inputs_<column>``."""
    import numpy as np

    with np.load(data_folder() / "hidden" / f"{name}.npz", allow_pickle=False) as stored:
        return {key: stored[key] for key in stored.files}
