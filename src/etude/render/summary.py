"""What a visit to the doctor comes to, in one sentence."""

from etude.domain.checkup import Checkup, End, Kind
from etude.domain.wording import counted, listed
from etude.render.seen import seen


def summary(checkup: Checkup) -> str:
    """ "Found: 2 mistakes and 1 piece of advice."; nothing found is never told as nothing wrong."""
    if checkup.findings:
        return f"Found: {_counts(checkup)}."
    nothing = "Nothing found" if checkup.end is End.FINISHED else "No known mistake"
    if known := seen(checkup):
        return f"{nothing} in what étude saw: {known}."
    if checkup.kind is Kind.MODEL or checkup.end is End.NOT_RUN:
        return f"{nothing}."
    return f"{nothing}: étude saw no model, no training and no pipeline in it."


def _counts(checkup: Checkup) -> str:
    serious = len(checkup.serious)
    others = len(checkup.findings) - serious
    parts = [counted(serious, "mistake")] if serious else []
    parts += [counted(others, "piece of advice", "pieces of advice")] if others else []
    return listed(parts)
