"""Places the nodes of a directed graph without circles in rows, from its sources downwards.

After Sugiyama, Tagawa and Toda ("Methods for visual understanding of hierarchical system
structures", 1981): longest paths give the rows, barycentres the order within one, and a link over
several rows gets a bend in each.
"""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_SWEEPS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Attributes: row: counted from the top; x: of its middle, in units of one node's place."""

    row: int
    x: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bend:
    """A link as the spots that it leads through, both ends included."""

    start: str
    end: str
    through: Sequence[Spot]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Attributes: spots: by node; x begins at 0; width: of the widest row, in nodes' places."""

    spots: Mapping[str, Spot]
    bends: Sequence[Bend]
    width: float
    rows: int


# A bend needs less room than a node.
_BEND_WIDTH = 0.25


def layered(fed_by: Mapping[str, Sequence[str]]) -> Layout:
    """The layout of nodes, each with those that it is fed by; there is at least one node.

    Nodes that feed and are not themselves told are left out, and so is a link back.
    """
    rows = _rows(fed_by)
    links = [
        (start, node)
        for node, feeding in fed_by.items()
        for start in dict.fromkeys(feeding)
        if start in rows and rows[start] < rows[node]
    ]
    chains = [_chain(start, end, rows) for start, end in links]
    neighbours = _Neighbours(chains)
    ordered = _ordered(_by_row(rows, chains), neighbours)
    xs = _placed(ordered, neighbours)
    left = min(x - _room(name) / 2 for name, x in xs.items())
    spots = {
        name: Spot(row=number, x=xs[name] - left)
        for number, row in enumerate(ordered)
        for name in row
    }
    return Layout(
        spots={name: spots[name] for name in fed_by},
        bends=[
            Bend(start=chain[0], end=chain[-1], through=[spots[name] for name in chain])
            for chain in chains
        ],
        width=max(spot.x + _room(name) / 2 for name, spot in spots.items()),
        rows=len(ordered),
    )


def _rows(fed_by: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The length of the longest path to each node; a circle is broken where it closes."""
    rows: dict[str, int] = {}
    for root in fed_by:
        waiting, open_ = [root], {root}
        while waiting:
            node = waiting[-1]
            unknown = [n for n in fed_by[node] if n in fed_by and n not in rows and n not in open_]
            if unknown:
                waiting.append(unknown[0])
                open_.add(unknown[0])
                continue
            known = [rows[n] for n in fed_by[node] if n in rows]
            rows.setdefault(node, max(known, default=-1) + 1)
            open_.discard(waiting.pop())
    return rows


def _chain(start: str, end: str, rows: Mapping[str, int]) -> list[str]:
    """A link as node, bends and node; the names of bends are told apart by a blank."""
    bends = [f" {start} {end} {row}" for row in range(rows[start] + 1, rows[end])]
    return [start, *bends, end]


def _room(name: str) -> float:
    return _BEND_WIDTH if name.startswith(" ") else 1.0


class _Neighbours:
    """Who stands directly above and below whom."""

    def __init__(self, chains: Sequence[Sequence[str]]) -> None:
        self.above: dict[str, list[str]] = {}
        self.below: dict[str, list[str]] = {}
        for chain in chains:
            for upper, lower in itertools.pairwise(chain):
                self.above.setdefault(lower, []).append(upper)
                self.below.setdefault(upper, []).append(lower)


def _by_row(rows: Mapping[str, int], chains: Sequence[Sequence[str]]) -> list[list[str]]:
    found: list[list[str]] = [[] for _ in range(max(rows.values()) + 1)]
    for node, row in rows.items():
        found[row].append(node)
    for chain in chains:
        for number, name in enumerate(chain[1:-1], start=rows[chain[0]] + 1):
            found[number].append(name)
    return found


def _ordered(rows: list[list[str]], neighbours: _Neighbours) -> list[list[str]]:
    """Each row sorted by the mean place of its neighbours, downwards and upwards in turn."""
    for sweep in range(_SWEEPS):
        side = neighbours.above if sweep % 2 == 0 else neighbours.below
        sequence = range(1, len(rows)) if sweep % 2 == 0 else range(len(rows) - 2, -1, -1)
        for number in sequence:
            other = rows[number - 1 if sweep % 2 == 0 else number + 1]
            places = {name: place for place, name in enumerate(other)}
            rows[number] = _sorted_by_mean(rows[number], side, places)
    return rows


def _sorted_by_mean(
    row: Sequence[str], side: Mapping[str, Sequence[str]], places: Mapping[str, int]
) -> list[str]:
    means = {
        name: _mean([float(places[n]) for n in side.get(name, ())], otherwise=float(place))
        for place, name in enumerate(row)
    }
    return sorted(row, key=lambda name: means[name])


def _placed(rows: Sequence[Sequence[str]], neighbours: _Neighbours) -> dict[str, float]:
    """x of every node: near its neighbours, and no two of a row on top of each other."""
    xs: dict[str, float] = {}
    for row in rows:
        xs |= _apart(row, dict.fromkeys(row, 0.0))
    for sweep in range(_SWEEPS):
        downwards = sweep % 2 == 0
        side = neighbours.above if downwards else neighbours.below
        for row in rows if downwards else rows[::-1]:
            wished = {n: _mean([xs[m] for m in side.get(n, ())], otherwise=xs[n]) for n in row}
            xs |= _apart(row, wished)
    return xs


def _apart(row: Sequence[str], wished: Mapping[str, float]) -> dict[str, float]:
    """The wished places moved apart from left to right, and all back by what that moved them."""
    found: dict[str, float] = {}
    edge: float | None = None
    for name in row:
        half = _room(name) / 2
        found[name] = wished[name] if edge is None else max(wished[name], edge + half)
        edge = found[name] + half
    drift = _mean([found[name] - wished[name] for name in row], otherwise=0.0)
    return {name: x - drift for name, x in found.items()}


def _mean(values: Sequence[float], *, otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
