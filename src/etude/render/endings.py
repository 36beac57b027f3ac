"""How a visit to the doctor ended, in words, and what to try."""

import signal

from etude.domain.checkup import Checkup, End, Kind
from etude.render.faults import Told, explained, look_at, stops_reading
from etude.render.harmless import harmless
from etude.render.numbers import elapsed

_SHORTER = "train for fewer epochs or on fewer examples"
_ENDED = {
    Kind.SCRIPT: "Ran to its end",
    Kind.NOTEBOOK: "Ran to its last cell",
    Kind.MODEL: "Was read",
    Kind.RUNNING: "Was watched to its end",
}
_OTHERS = {
    End.OVERTIME: Told(
        headline="Did not end in time",
        attempt=f"allow it more time, or {_SHORTER}; what was seen until then is below",
    ),
    End.STOPPED: Told(headline="Was stopped by étude: going on was hopeless"),
    End.INTERRUPTED: Told(headline="Was interrupted", attempt="what was seen until then is below"),
    End.CRASHED: Told(
        headline="Crashed outside Python",
        attempt="run it without étude: if it crashes there too, look at the last operation for "
        "wrong shapes or indices, and at how much memory a batch takes",
    ),
    End.NOT_RUN: Told(
        headline="Could not be run", attempt="mend what is said above, then ask again"
    ),
}
# What the system sends to a program that takes more memory than there is.
_KILLED = 9


def ending(checkup: Checkup) -> Told:
    """What to say first of a program, notebook or model."""
    told = _told(checkup)
    return Told(
        headline=f"{told.headline}{_after(checkup)}.",
        detail=harmless(checkup.detail),
        attempt=told.attempt,
    )


def _told(checkup: Checkup) -> Told:
    if checkup.end is End.RAISED:
        return _raised(checkup)
    if checkup.end is End.EXITED:
        return _exited(checkup)
    if checkup.end is End.CRASHED:
        return _crashed(checkup)
    if checkup.end is End.FINISHED:
        return Told(headline=_ENDED[checkup.kind])
    return _OTHERS[checkup.end]


def _raised(checkup: Checkup) -> Told:
    if checkup.error is None:
        return Told(headline="Stopped with an exception")
    name = harmless(checkup.error.type)
    if stops_reading(name):
        return Told(headline=f"Python cannot read it: {name}")
    if explained(checkup.findings, checkup.error):
        return Told(headline=f"Stopped with {name}", attempt="what étude makes of it is below")
    attempt = f"étude does not know this mistake: {look_at(checkup.error)}"
    return Told(headline=f"Stopped with {name}", attempt=attempt)


def _exited(checkup: Checkup) -> Told:
    code = "" if checkup.exit_code is None else f" with exit code {checkup.exit_code}"
    return Told(
        headline=f"Ended itself{code}",
        attempt="look at what it printed; does it want arguments, or a file that is not there?",
    )


def _crashed(checkup: Checkup) -> Told:
    base = _OTHERS[End.CRASHED]
    if checkup.exit_code is None or checkup.exit_code >= 0:
        return base
    number = -checkup.exit_code
    headline = f"Was ended by {_signal(number)}"
    if number != _KILLED:
        return Told(headline=headline, attempt=base.attempt)
    return Told(
        headline=headline,
        attempt="a system out of memory does this: make batches or pictures smaller, or read the "
        "data with tf.data rather than into one array",
    )


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _after(checkup: Checkup) -> str:
    if not checkup.seconds or checkup.end is End.NOT_RUN:
        return ""
    joint = " in" if checkup.end is End.FINISHED else " after"
    return f"{joint} {elapsed(checkup.seconds)}"
