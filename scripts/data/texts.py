"""Labelled texts: one line of CSV each, and the held-out ones as plain arrays."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np

from data import tables
from data.record import Built
from data.split import Split

_TAG = re.compile(r"<[^<>]*>")


def plain(text: str) -> str:
    """Return the text on one line, without HTML tags."""
    return " ".join(_TAG.sub(" ", text).split())


def shortened(text: str, *, words: int) -> str:
    """Return the first words of a text."""
    return " ".join(text.split()[:words])


def built(
    name: str,
    texts: Sequence[str],
    labels: Sequence[str],
    rows: Split,
    *,
    label: str,
    further: Mapping[str, Sequence[str]] | None = None,
) -> Built:
    """
    Return `<name>.csv` with the text, its label and `further` columns, and the held-out texts.

    Classes are numbered in alphabetical order.
    """
    classes = sorted(set(labels))
    table = {"text": texts, label: labels, **(further or {})}
    return Built(
        public={f"{name}.csv": tables.csv_bytes(table, rows.public)},
        hidden={
            "inputs": np.array([texts[row] for row in rows.hidden]),
            "labels": np.array([classes.index(labels[row]) for row in rows.hidden], np.int64),
            "classes": np.array(classes),
        },
        public_labels=[labels[row] for row in rows.public],
    )
