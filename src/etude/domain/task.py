"""What the worker does inside a sandbox, as it travels in ``Job.task``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Part(StrEnum):
    """Which part of a check is asked."""

    PROBE = "probe"  # in the process that ran the learner's code
    RELOAD = "reload"  # in a clean process that has the artifacts
    WHAT_IF = "what_if"  # the same, after the check has failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """A check in its wire form and the part that is asked."""

    check: Mapping[str, Any]
    part: Part = Part.PROBE


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Run a program, then answer probes.

    Attributes:
      program: path in the scratch folder, or "" for a clean child that runs no learner code.
      sources: all files of the learner, for lines in facts.
      describe_globals: also describe every dataset and model among the program's global names.
      profile_seconds: for measuring the input pipeline when all else is done; 0 for not at all.
      retrain_seconds: for training again after that, as in ``Visit``.
    """

    program: str = ""
    as_script: bool = False
    sources: Sequence[str] = ()
    probes: Sequence[Probe] = ()
    seed: int = 0
    observe: bool = True
    describe_globals: bool = False
    profile_seconds: float = 0.0
    retrain_seconds: float = 0.0
