"""What a doctor's process is told before it runs a person's program."""

from collections.abc import Sequence
from dataclasses import dataclass

#: Long enough for a training worth looking at, short enough to wait for.
DEFAULT_SECONDS = 600.0
#: Most first programs train no longer, and nobody has to wait long for more certainty.
RETRAIN_SECONDS = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A piece of program that is run as one: a script, or one cell of a notebook.

    Attributes:
      name: as people are told it: "train.py", "tour.ipynb, cell 3".
      path: what ``__file__`` and tracebacks hold.
      left_out: lines that are no Python and do something, such as "!unzip data.zip".
    """

    name: str
    path: str
    text: str
    left_out: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One run of a program under observation.

    Attributes:
      arguments: what the program finds in ``sys.argv`` after its own name.
      folder: where modules of the program are looked for first.
      epochs, steps: training is ended after so many, cleanly; None for no end but the program's.
      seconds: when this much time has passed, training is ended the same way.
      profile_seconds: what the input pipeline may be measured for afterwards; 0 for not at all,
        None for a small part of the time that training took, if that is enough for anything.
      retrain_seconds: what one more training may take, where a first one went badly and something
        is suspected that another one would prove; 0 for none.
      token: marks the facts of this run.
    """

    units: Sequence[Unit]
    folder: str
    token: str
    arguments: Sequence[str] = ()
    epochs: int | None = None
    steps: int | None = None
    seconds: float = DEFAULT_SECONDS
    profile_seconds: float | None = None
    retrain_seconds: float = RETRAIN_SECONDS
