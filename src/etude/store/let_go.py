"""Which attempts no longer keep what there was to see of their runs."""

from collections.abc import Sequence

from etude.store.records import Brief

# As many as the pages list of an exercise.
NEWEST = 20


def let_go(seen: Sequence[Brief]) -> set[int]:
    """Numbers of the attempts whose pictures are let go.

    Args:
      seen: the attempts of one learner at one exercise that have pictures. The newest keep theirs,
        and so does the best; of several that are equally good, the newest.
    """
    newest = sorted(one.number for one in seen)[-NEWEST:]
    best = max(seen, key=_how_good, default=None)
    kept = {*newest, best.number} if best is not None else set(newest)
    return {one.number for one in seen} - kept


def _how_good(one: Brief) -> tuple[bool, float, int]:
    return one.passed, one.points / max(1, one.of), one.number
