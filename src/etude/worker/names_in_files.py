"""The names by which a file of weights is read, and those of the layers that look for them."""

from typing import Any

import h5py

_NESTED = "model_weights"


def names_looked_for(model: Any, path: str) -> dict[str, list[str]]:
    """Layers with weights, in the file and in the model; of a file of HDF5, read by names."""
    with h5py.File(path, "r") as file:
        group = file.get(_NESTED, file)
        stored = [name for name, one in group.items() if len(one.attrs.get("weight_names", ()))]
    own = [layer.name for layer in model.layers if layer.weights]
    return {"names_in_file": stored, "names_of_layers": own}
