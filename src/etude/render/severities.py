"""What each severity means, in a word and in a sentence."""

from dataclasses import dataclass

from etude.domain.finding import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Attributes: word: names the finding; effect: what the program does."""

    word: str
    effect: str


MEANINGS = {
    Severity.ERROR: Meaning(word="Error", effect="the program stops"),
    Severity.SILENT: Meaning(word="Silent mistake", effect="it runs and the result is wrong"),
    Severity.WARNING: Meaning(word="Warning", effect="it is right by luck, or for now"),
    Severity.PERFORMANCE: Meaning(word="Speed", effect="it is right and slower than need be"),
}
