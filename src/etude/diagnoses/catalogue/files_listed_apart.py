"""
Files that belong together are listed in different orders.

## Why it hurts
`sorted` reads names as text, so `10.png` comes before `2.png`; with a number as key it comes after, and `os.listdir` and `glob`
give no order at all. Two lists in two orders put the mask of one picture beside another, and nothing complains: the
number of files is right, and so are all shapes.

## Example
    import glob
    import tensorflow as tf

    pictures = sorted(glob.glob("pictures/*.png"))
    masks = glob.glob("masks/*.png")
    training_data = list(zip(pictures, masks))

## Instead
    import glob
    import tensorflow as tf

    pictures = sorted(glob.glob("pictures/*.png"))
    masks = sorted(glob.glob("masks/*.png"))
    training_data = list(zip(pictures, masks))
"""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, names_in, value_of
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "image-7", "dev-3")
GUIDE = "TensorFlow tutorial: Image segmentation"
EXPLAINS = NOTHING_LEARNED

_LISTS = ("glob", "iglob", "listdir", "iterdir", "rglob")
_IN_PAIRS = {"fit", "from_tensor_slices", "train_test_split", "zip"}
# A key that reads numbers; by any other, such as the file's name, text stays text.
_NUMBERS = ("int(", "float(", "natural", "natsort", "number", "digit")
_MOST_STEPS = 4
_ANY_LINE = 1 << 30

_AS_LISTED, _AS_TEXT, _AS_NUMBERS = "as the folder gives them", "as text", "as numbers"

# "0007" comes before "0012" by either order; names themselves are not seen, only how a program
# that makes them writes them.
_ALIKE_IF_PADDED = {_AS_TEXT, _AS_NUMBERS}
_PADDING = re.compile(r"zfill\(|:0\d+d?\}|%0\d+d")
_ONLY_IF = ": two orders, unless all numbers are padded with zeros"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listing:
    """Files of a folder under a name, and how they are ordered."""

    name: str
    line: int
    order: str


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    listings = {one.name: one for one in _listings(source)}
    for call in source.all(ast.Call):
        if last_name(call.func) in _IN_PAIRS and len(listings) > 1:
            found = [one for part in _parts(call) if (one := _origin(source, part, listings))]
            for first, second in combinations(found, 2):
                orders = {first.order, second.order}
                if first.name == second.name or len(orders) == 1:
                    continue
                only_if = _ONLY_IF if orders == _ALIKE_IF_PADDED else ""
                if not only_if or not _PADDING.search(source.text):
                    return Finding(
                        line=max(first.line, second.line),
                        about=f"{first.name} and {second.name}",
                        evidence=f"{first.name} of line {first.line} are ordered {first.order}, {second.name} of line "
                        f"{second.line} {second.order}, and line {call.lineno} takes them side by side"
                        f"{only_if}",
                        change="sort both in the same way, by the same key",
                    )
    return None


def _listings(source: Source) -> Iterator[_Listing]:
    for node in source.nodes:
        if isinstance(node, ast.Assign) and _lists_files(node.value):
            for name in (dotted_name(target) for target in node.targets):
                order = _order(node.value)
                if name and order:
                    later = [c for c in source.calls(f"{name}.sort") if c.lineno > node.lineno]
                    kept = _by_key(later[-1]) if later else order
                    yield _Listing(name=name, line=node.lineno, order=kept)


def _lists_files(node: ast.expr) -> bool:
    return any(last_name(call.func) in _LISTS for call in calls_in(node))


def _order(node: ast.expr) -> str:
    """How a list of files is ordered; "" when something else is done to it, such as a shuffle."""
    if isinstance(node, ast.ListComp):
        return _order(node.generators[0].iter)
    if not isinstance(node, ast.Call):
        return ""
    name = last_name(node.func)
    if name in _LISTS or (isinstance(node.func, ast.Attribute) and node.func.attr in _LISTS):
        return _AS_LISTED
    if name == "list" and node.args:
        return _order(node.args[0])
    if name == "natsorted":
        return _AS_NUMBERS
    return _by_key(node) if name == "sorted" else ""


def _by_key(call: ast.Call) -> str:
    key = next((ast.unparse(k.value).lower() for k in call.keywords if k.arg == "key"), "")
    return _AS_NUMBERS if any(word in key for word in _NUMBERS) else _AS_TEXT


def _parts(call: ast.Call) -> list[ast.expr]:
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    return [part for one in given for part in getattr(one, "elts", [one])]


def _origin(source: Source, node: ast.expr, listings: Mapping[str, _Listing]) -> _Listing | None:
    """The one listing that something was read from, by way of names and of lists that were filled."""
    names = names_in(node)
    for _ in range(_MOST_STEPS):
        found = names & set(listings)
        if found:
            return listings[found.pop()] if len(found) == 1 else None
        names = {inner for name in names for inner in _made_of(source, name)}
    return None


def _made_of(source: Source, name: str) -> set[str]:
    """Names in what a name was given, and in loops that append to it."""
    value = value_of(source, name, before=_ANY_LINE)
    found = names_in(value) if value is not None else set()
    for loop in source.nodes:
        if isinstance(loop, ast.For):
            fills = [call for call in calls_in(loop) if dotted_name(call.func) == f"{name}.append"]
            found |= names_in(loop.iter) if fills else set()
    return found - {name}
