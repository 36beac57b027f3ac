"""What a candidate is told of a submission, while the sitting lasts and when it is over."""

from collections.abc import Sequence

from etude.domain.exam import Blueprint, Feedback
from etude.domain.marked import Marked
from etude.domain.verdict import Status, Verdict


def shown_verdicts(marked: Marked, blueprint: Blueprint, *, over: bool) -> Sequence[Verdict]:
    """Everything when it is over or the blueprint allows it; else what is wrong with the form."""
    if over or blueprint.feedback is Feedback.FULL:
        return marked.verdicts
    return broken(marked.contract_verdicts)


def broken(verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
    """Those that did not pass."""
    return [verdict for verdict in verdicts if verdict.status is not Status.PASSED]
