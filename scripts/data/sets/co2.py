"""Carbon dioxide in the air over Mauna Loa, week by week: a trend, a season, and real gaps."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from data import tables
from data.packages import Package
from data.record import About, Built
from data.series import hidden_windows
from data.tables import Cell

HELD_OUT = 260  # weeks, five years
SIZE = 52  # weeks of a hidden window

ABOUT = About(
    title="CO2 over Mauna Loa",
    package=Package(
        client="apt",
        name="python3-statsmodels",
        version="0.13.5+dfsg-7",
        sha256="77474ba544c8e18e7932635ef9ab65abc1b8720fb471465d2a6ddd5ea81f08ad",
    ),
    origin=(
        "`statsmodels/datasets/co2/co2.csv`: Keeling, C. D. and T. P. Whorf (2004), Atmospheric "
        "CO2 concentrations derived from flask air samples at sites in the SIO network, Carbon "
        "Dioxide Information Analysis Center, Oak Ridge National Laboratory."
    ),
    authors="C. D. Keeling, T. P. Whorf",
    licence="Public domain, as the package states",
    changes="Dates written with hyphens; the column of dates is called `week`.",
    split=(
        "By time: the last 260 weeks are held out; they have no gap. Hidden inputs are windows of "
        "52 weeks, in order of time, which may reach back into the public part; a label is the "
        "week after its window."
    ),
)


def build(package: Path) -> Built:
    """Build `co2.csv` with its gaps, and the windows before the held-out weeks."""
    folder = package / "usr/lib/python3/dist-packages/statsmodels/datasets/co2"
    with (folder / "co2.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    weeks: list[Cell] = [f"{day[:4]}-{day[4:6]}-{day[6:]}" for day, _ in rows]
    parts: list[float | None] = [float(value) if value else None for _, value in rows]
    public = range(len(rows) - HELD_OUT)
    series = np.array([np.nan if part is None else part for part in parts])
    return Built(
        public={"co2.csv": tables.csv_bytes({"week": weeks, "co2": parts}, public)},
        hidden=hidden_windows(series, held_out=HELD_OUT, size=SIZE),
        public_labels=[float(series[row]) for row in public],
    )
