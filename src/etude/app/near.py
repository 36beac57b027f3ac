"""Names near to one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(wanted: str, known: Iterable[str]) -> list[str]:
    """At most three names like ``wanted``: by what stands in them first, then by spelling."""
    names = sorted(known)
    inside = [name for name in names if wanted and wanted.lower() in name.lower()]
    short = {name.rpartition("/")[2]: name for name in names}
    spelled = get_close_matches(wanted, names, n=3, cutoff=0.5)
    last = get_close_matches(wanted.rpartition("/")[2], short, n=3, cutoff=0.5)
    found = dict.fromkeys([*inside, *spelled, *(short[name] for name in last)])
    return list(found)[:3]


def did_you_mean(wanted: str, known: Iterable[str]) -> str:
    """ " Did you mean a, b or c?" with its leading blank; "" when nothing is near."""
    near = nearest(wanted, known)
    if not near:
        return ""
    listed = ", ".join(near[:-1]) + " or " + near[-1] if near[1:] else near[0]
    return f" Did you mean {listed}?"
