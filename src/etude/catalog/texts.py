"""The files of an exercise as its variant has them."""

import re
from collections.abc import Mapping

from etude.domain.exercise import Exercise


def read_text(exercise: Exercise, name: str) -> str:
    """A file of the exercise's folder, with what its variant replaces.

    Raises:
      OSError: it cannot be read.
    """
    text = (exercise.folder / name).read_text(encoding="utf-8")
    return replaced(text, exercise.replacements)


def replaced(text: str, replacements: Mapping[str, str]) -> str:
    """Every whole word, number or phrase replaced by its own, all at once and the longest first."""
    if not replacements:
        return text
    return _pattern(replacements).sub(lambda found: replacements[found[0]], text)


def stands_in(token: str, text: str) -> bool:
    """Whether there is anything to replace."""
    return _pattern({token: ""}).search(text) is not None


def _pattern(tokens: Mapping[str, str]) -> re.Pattern[str]:
    longest_first = sorted(tokens, key=len, reverse=True)
    return re.compile("|".join(map(_whole, longest_first)))


def _whole(token: str) -> str:
    """Neither inside a longer word nor a part of a decimal number."""
    before = r"(?<!\w)(?<!\d\.)" if re.match(r"\w", token) else ""
    after = r"(?!\w|\.\d)" if re.search(r"\w\Z", token) else ""
    return f"{before}{re.escape(token)}{after}"
