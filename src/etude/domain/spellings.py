"""Words that are one word to a person and several to a program."""

from collections.abc import Iterable

# Beyond so many different words they are a text's rather than the names of classes.
MOST_CATEGORIES = 50
_SHORTEST = 2


def spelt_alike(words: Iterable[str]) -> list[list[str]]:
    """Groups of words that differ in case and in blanks around or inside them alone."""
    distinct = sorted(set(words))
    if len(distinct) > MOST_CATEGORIES:
        return []
    groups: dict[str, list[str]] = {}
    for word in distinct:
        groups.setdefault(" ".join(word.split()).casefold(), []).append(word)
    return [group for key, group in groups.items() if len(group) > 1 and len(key) >= _SHORTEST]
