"""A column of text holds the agreed categories and no other spelling of them."""

from etude.checks.base import Check
from etude.checks.examples import read_examples
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_MOST_TOLD = 8


class HasCategories(Check, frozen=True, kw_only=True):
    """Attributes:
    of: a dict of columns; part: the column's name.
    categories: every category that should be found, as it is to be spelt.
    """

    of: Value
    part: str
    categories: tuple[str, ...]

    @property
    def title(self) -> str:
        return f"{self.of}: {self.part} is one of {', '.join(self.categories)}"

    def probe(self, live: Live) -> Facts:
        given = live.value(self.of)
        with live.learner():
            parts = read_examples(live, given) or {}
        if self.part not in parts:
            return {"missing": f"a {type(given).__name__}", "parts": list(parts)}
        words = sorted({str(word) for word in parts[self.part]})
        return {"categories": [self.part, words]}

    def judge(self, facts: Facts) -> Verdict:
        if "missing" in facts:
            found = f" with {', '.join(facts['parts'])}" if any(facts["parts"]) else ""
            return self.failed(
                expected=f"a dict with the column {self.part}",
                received=f"{facts['missing']}{found}",
            )
        words = facts["categories"][1]
        if set(words) == set(self.categories):
            return self.passed()
        shown = ", ".join(map(repr, words[:_MOST_TOLD]))
        return self.failed(
            expected=f"{len(self.categories)} categories: {', '.join(self.categories)}",
            received=f"{len(words)}: {shown}{', ...' if len(words) > _MOST_TOLD else ''}",
            attempt="texts that differ in blanks or in capitals are different texts to a program",
        )
