"""Files whose bytes depend on their content alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PIL import Image

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip archive can hold
UNIX = 3
READABLE = 0o644 << 16


def npz_bytes(arrays: Mapping[str, NDArray[np.generic]]) -> bytes:
    """Return a compressed `.npz` without time stamps and without pickle."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(arrays):
            archive.writestr(_member(name), _npy_bytes(arrays[name]), compresslevel=9)
    return buffer.getvalue()


def jpeg_bytes(picture: Image.Image) -> bytes:
    """Return a baseline JPEG of quality 88 with colour at half resolution."""
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=88, subsampling="4:2:0", optimize=True)
    return buffer.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(f"{name}.npy", EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    # Python would write the system it runs on.
    info.create_system = UNIX
    info.external_attr = READABLE
    return info


def _npy_bytes(array: NDArray[np.generic]) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, np.ascontiguousarray(array), allow_pickle=False)
    return buffer.getvalue()
