"""What a set's module says about itself and hands back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from data.packages import Package


@dataclass(frozen=True)
class About:
    """Where a set comes from and what was done to it: its entry in DATA_LICENCES.md."""

    title: str
    package: Package
    origin: str
    authors: str
    licence: str
    changes: str
    split: str
    notice: str = ""  # the copyright line that must travel with the data


@dataclass(frozen=True)
class Built:
    """
    One built set.

    `public` maps a path below `public/<set>/` to the bytes of that file. `hidden` holds the
    arrays of `hidden/<set>.npz`: `inputs` or one `inputs_<column>` per column, `labels`, and for a
    classification `classes`, whose order the labels index. `public_labels` has one entry per
    public row, a class name or a number. A network has no rows: its `hidden` is empty.
    """

    public: Mapping[str, bytes]
    hidden: Mapping[str, NDArray[np.generic]]
    public_labels: Sequence[str | float] = field(repr=False)
