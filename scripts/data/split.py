"""Which rows are held out: by hash, so that neither order nor a library's generator matters."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Split:
    """Row numbers: the public ones in the order of the source, the hidden ones shuffled."""

    public: list[int]
    hidden: list[int]


def split_rows(
    groups: Sequence[str],
    strata: Sequence[Hashable],
    *,
    share: float,
    salt: str,
    largest: int | None = None,
) -> Split:
    """
    Hide about `share` of each stratum, whole groups at a time.

    A group that reaches over several strata counts in the stratum of its first row. Groups too
    large for what is still missing are passed over, so a stratum never exceeds its share; groups
    of more than `largest` rows are never hidden.
    """
    members: dict[str, list[int]] = defaultdict(list)
    for row, group in enumerate(groups):
        members[group].append(row)
    of_stratum: dict[Hashable, list[str]] = defaultdict(list)
    for group, rows in members.items():
        of_stratum[strata[rows[0]]].append(group)
    hidden: set[int] = set()
    for names in of_stratum.values():
        wanted = round(share * sum(len(members[name]) for name in names))
        for name in sorted(names, key=lambda name: rank(name, salt=salt)):
            if len(members[name]) <= min(wanted, largest or wanted):
                hidden.update(members[name])
                wanted -= len(members[name])
    public = [row for row in range(len(groups)) if row not in hidden]
    return Split(public, shuffled(hidden, salt=salt))


def shuffled(rows: Iterable[int], *, salt: str) -> list[int]:
    """Return the row numbers in an order that says nothing about what is in them."""
    return sorted(rows, key=lambda row: rank(str(row), salt=salt))


def rank(name: str, *, salt: str) -> str:
    """Return the place of a name in a fixed random order."""
    return hashlib.sha256(f"{salt}/{name}".encode()).hexdigest()
