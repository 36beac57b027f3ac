"""How a finished sitting was marked: what its review tells and its credential attests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

_ROUNDING = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryMark:
    """Attributes: topic, title: of the category; points: reached; of: its weight, of 100."""

    topic: str
    title: str
    points: float
    of: float

    @property
    def share(self) -> float:
        """Between 0 and 1."""
        return self.points / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillMark:
    """Attributes: skill: its id; share: of the points of all questions that ask for it, 0 to 1."""

    skill: str
    title: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The marks of one finished sitting.

    Attributes:
      blueprint, title, version: of the blueprint.
      finished_at: a time with its zone; total, pass_mark: of 100.
      isolation: the lowest level at which anything that counted was run.
      versions: of "etude", "tensorflow", "keras", "python" and "content", the questions.
      candidate: the name that the credential shall carry; "" for none.
    """

    blueprint: str
    title: str
    version: int
    finished_at: datetime
    total: float
    pass_mark: int
    categories: Sequence[CategoryMark]
    skills: Sequence[SkillMark] = ()
    isolation: int = 1
    versions: Mapping[str, str] = field(default_factory=dict)
    candidate: str = ""

    @property
    def passed(self) -> bool:
        return round(self.total, _ROUNDING) >= self.pass_mark
