"""Penguins of three species, measured in Antarctica: an easy table with a few gaps."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from data import tables
from data.packages import Package
from data.record import About, Built
from data.split import split_rows
from data.tables import Cell

SHARE = 0.23
WORDS = ("species", "island", "sex")

ABOUT = About(
    title="Palmer penguins",
    package=Package(
        client="pip",
        name="palmerpenguins",
        version="0.1.6",
        sha256="5c3be9af84dd703a25f1aaeadeac6ac770cfd38c1620d00089f581c023129ee0",
    ),
    origin=(
        "Palmer Station Long Term Ecological Research; `palmerpenguins/data/penguins.csv`. "
        "Gorman KB, Williams TD, Fraser WR (2014), PLoS ONE 9(3): e90081."
    ),
    authors="Kristen Gorman, Allison Horst, Alison Hill",
    licence="CC0-1.0",
    changes="`NA` became an empty cell.",
    split="By species, and within a species by whether a row has gaps.",
)


def build(package: Path) -> Built:
    """Build `penguins.csv` and the held-out rows, to be told apart by species."""
    table = _table(package / "palmerpenguins/data/penguins.csv")
    species = [str(name) for name in table["species"]]
    rows = split_rows(
        tables.row_keys(table, without="species"),
        list(zip(species, tables.has_gaps(table), strict=True)),
        share=SHARE,
        salt="penguins",
    )
    classes = sorted(set(species))
    return Built(
        public={"penguins.csv": tables.csv_bytes(table, rows.public)},
        hidden={
            **tables.input_arrays(table, rows.hidden, target="species"),
            "labels": np.array([classes.index(species[row]) for row in rows.hidden], np.int64),
            "classes": np.array(classes),
        },
        public_labels=[species[row] for row in rows.public],
    )


def _table(path: Path) -> dict[str, list[Cell]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: [_cell(name, row[name]) for row in rows] for name in rows[0]}


def _cell(column: str, text: str) -> Cell:
    if text == "NA":
        return None
    return text if column in WORDS else float(text)
