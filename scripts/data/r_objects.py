"""Data frames out of an R package, without R."""

from __future__ import annotations

import bz2
import lzma
import math
import warnings
import zlib
from pathlib import Path
from typing import Any

from data.tables import Cell

# What R's own reader uses for the headerless streams that it writes.
RAW_LZMA = [{"id": lzma.FILTER_LZMA2, "preset": 6}]


def data_frame(library: Path, name: str) -> dict[str, list[Cell]]:
    """
    Return one data frame of an installed R package as columns.

    A package keeps its data in a lazy-load data base: `Rdata.rdx` is an index of offset and length
    by name; each object in `Rdata.rdb` is four bytes of length and a compressed stream.
    """
    # Imported here: everything but a rebuild works without this package.
    import rdata

    base = library / "data" / "Rdata"
    with warnings.catch_warnings():
        # The index and the objects are compressed RDS without the header rdata looks for.
        warnings.filterwarnings("ignore", message="Unknown file type")
        index = rdata.read_rds(base.with_suffix(".rdx"))["variables"]
        offset, length = (int(number) for number in index[name])
        record = base.with_suffix(".rdb").read_bytes()[offset : offset + length]
        frame = rdata.conversion.convert(rdata.parser.parse_data(_decompressed(record)))
    return {str(column): [_cell(value) for value in frame[column]] for column in frame}


def _decompressed(record: bytes) -> bytes:
    match record[4:5]:
        case b"2":
            return bz2.decompress(record[5:])
        case b"Z":
            return lzma.decompress(record[5:], format=lzma.FORMAT_RAW, filters=RAW_LZMA)
        case _:
            return zlib.decompress(record[4:])


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return str(value)
    # A gap is NaN, or the NA of pandas, which refuses to become a float.
    try:
        number = float(value)
    except TypeError:
        return None
    return None if math.isnan(number) else number
