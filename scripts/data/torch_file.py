"""Weights saved by PyTorch, read without it and without running anything that the file says."""

from __future__ import annotations

import pickle
from collections import OrderedDict
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

_MAGIC = 0x1950A86A20F9469CFC6C
_DTYPES = {"FloatStorage": "<f4", "LongStorage": "<i8"}
_COUNT = 8  # bytes of the number of items before each storage


def read_weights(path: Path) -> dict[str, NDArray[np.generic]]:
    """Return the arrays of a state dict by name; anything else in the file is an error.

    The layout is that of PyTorch before 1.6: a magic number, the protocol, facts of the system,
    the dict, the keys of the storages, and then the storages themselves.
    """
    with path.open("rb") as file:
        if _Reader(file).load() != _MAGIC:
            raise ValueError(f"{path.name} was not saved by PyTorch before 1.6")
        for _ in ("protocol", "system"):
            _Reader(file).load()
        reader = _Reader(file)
        tensors = reader.load()
        for key in _Reader(file).load():
            reader.fill(key, file)
    return {name: tensor.array() for name, tensor in tensors.items()}


class _Storage:
    """Numbers that several tensors may share; they follow at the end of the file."""

    def __init__(self, dtype: str) -> None:
        self.dtype = np.dtype(dtype)
        self.items: NDArray[np.generic] = np.empty(0, self.dtype)


class _Tensor:
    """A view of a storage; some are stored transposed, so strides have to be honoured."""

    def __init__(
        self,
        storage: _Storage,
        offset: int,
        size: tuple[int, ...],
        stride: tuple[int, ...],
        *_: Any,
    ) -> None:
        self._storage, self._offset, self._size, self._stride = storage, offset, size, stride

    def array(self) -> NDArray[np.generic]:
        """Return it as an array of its own."""
        steps = tuple(step * self._storage.dtype.itemsize for step in self._stride)
        return as_strided(self._storage.items[self._offset :], self._size, steps).copy()


class _Reader(pickle.Unpickler):
    """Admits tensors and the dict that holds them."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(file)
        self._storages: dict[str, _Storage] = {}

    def fill(self, key: str, file: IO[bytes]) -> None:
        """Read the numbers of one storage."""
        storage = self._storages[key]
        count = int.from_bytes(file.read(_COUNT), "little")
        storage.items = np.frombuffer(file.read(count * storage.dtype.itemsize), storage.dtype)

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _Tensor
        if (module, name) == ("collections", "OrderedDict"):
            return OrderedDict
        if module == "torch" and name in _DTYPES:
            return _DTYPES[name]
        raise pickle.UnpicklingError(f"expected tensors alone, found {module}.{name}")

    def persistent_load(self, pid: Any) -> _Storage:
        _, dtype, key, *_ = pid
        return self._storages.setdefault(key, _Storage(dtype))
