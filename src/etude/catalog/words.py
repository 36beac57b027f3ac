"""Finds what a person searches for by words."""


def holds_words(words: str, *texts: str) -> bool:
    """Whether every word, or beginning or middle of one, stands in a text, in capitals or not."""
    text = "\n".join(texts).casefold()
    return all(word in text for word in words.casefold().split())
