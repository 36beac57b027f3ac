"""Yearly sunspots from 1700 on: the oldest series of observations there is."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from data import tables
from data.packages import Package
from data.record import About, Built
from data.series import hidden_windows

HELD_OUT = 60  # years
SIZE = 22  # years of a hidden window: two cycles of the sun

ABOUT = About(
    title="Sunspots",
    package=Package(
        client="apt",
        name="python3-statsmodels",
        version="0.13.5+dfsg-7",
        sha256="77474ba544c8e18e7932635ef9ab65abc1b8720fb471465d2a6ddd5ea81f08ad",
    ),
    origin=(
        "`statsmodels/datasets/sunspots/sunspots.csv`, which has it from the National Geophysical "
        "Data Center of the United States."
    ),
    authors="National Geophysical Data Center",
    licence="Public domain, as the package states",
    changes="Column names in lower case words.",
    split=(
        "By time: the last 60 years are held out. Hidden inputs are windows of 22 years, in order "
        "of time, which may reach back into the public part; a label is the year after its window."
    ),
)


def build(package: Path) -> Built:
    """Build `sunspots.csv` and the windows before the held-out years."""
    folder = package / "usr/lib/python3/dist-packages/statsmodels/datasets/sunspots"
    with (folder / "sunspots.csv").open(encoding="utf-8", newline="") as file:
        rows = [(float(year), float(count)) for year, count in list(csv.reader(file))[1:]]
    table = {"year": [year for year, _ in rows], "sunspots": [count for _, count in rows]}
    public = range(len(rows) - HELD_OUT)
    series = np.array(table["sunspots"])
    return Built(
        public={"sunspots.csv": tables.csv_bytes(table, public)},
        hidden=hidden_windows(series, held_out=HELD_OUT, size=SIZE),
        public_labels=[table["sunspots"][row] for row in public],
    )
