"""A model judged on hidden data once more, and rightly, under a change of inputs or outputs."""

from dataclasses import dataclass

from etude.diagnoses.evidence import Evidence
from etude.domain.what_if import AS_IT_IS

#: How a share of right answers is written, and how an error in the unit of its values.
SHARE, ERROR = ".2f", ".3g"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regraded:
    """The score under a what-if, and as it is unless it has no meaning so, of one verdict."""

    what_if: str
    plain: float | None
    value: float

    def told(self, form: str = SHARE, change: str = "") -> str:
        """Both numbers: "0.40 as it is, 0.99 with inputs divided by 255"."""
        before = f"{self.plain:{form}} as it is, " if self.plain is not None else ""
        return f"{before}{self.value:{form}} with {change or self.what_if}"


def regraded(evidence: Evidence, *what_ifs: str) -> Regraded | None:
    """The change that moved a score furthest, among those whose names begin like one of these."""
    for verdict in evidence.verdicts:
        plain = verdict.measured.get(AS_IT_IS)
        moved = {n: v for n, v in verdict.measured.items() if n.startswith(what_ifs)}
        if moved:
            name = max(moved, key=lambda name: abs(moved[name] - (plain or 0.0)))
            return Regraded(what_if=name, plain=plain, value=moved[name])
    return None
