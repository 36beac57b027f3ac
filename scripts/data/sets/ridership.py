"""Passengers of five railway stations in Chicago, day by day: several series that move together."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import numpy as np

from data import tables
from data.packages import Package
from data.r_objects import data_frame
from data.record import About, Built
from data.series import hidden_windows
from data.tables import Cell

STATIONS = ("Clark_Lake", "Monroe", "Belmont", "Clinton", "Jefferson_Park")
FIRST = date(2009, 1, 1)
LAG = 14  # days: the source has each station's passengers of two weeks before the date of the row
HELD_OUT = 364  # days
SIZE = 28  # days of a hidden window
STEPS = 7  # days to forecast

ABOUT = About(
    title="Chicago ridership",
    package=Package(
        client="apt",
        name="r-cran-modeldata",
        version="1.1.0-1",
        sha256="66c2e08bb4bf695d972b1e72ea44d5af9ada3c42841793d3871017f7b896bf95",
    ),
    origin=(
        "`Chicago` of the R package modeldata, prepared by Max Kuhn and Kjell Johnson from what "
        "the City of Chicago publishes on the entries at stations of the Chicago Transit Authority."
    ),
    authors="City of Chicago; Max Kuhn, Kjell Johnson",
    licence="MIT, as packaged",
    notice="Copyright 2019 Max Kuhn, RStudio; Posit Software, PBC",
    changes=(
        "Five of twenty stations, from 2009 on, in lower case; the source has values of two weeks "
        "before in each row, so the dates were moved back by 14 days. Thousands of passengers."
    ),
    split=(
        "By time: the last 364 days are held out. Hidden inputs are windows of 28 days of all five "
        "stations, in order of time, which may reach back into the public part; a label is the "
        "seven days after its window."
    ),
)


def build(package: Path) -> Built:
    """Build `ridership.csv` and the windows before the held-out days."""
    frame = data_frame(package / "usr/lib/R/site-library/modeldata", "Chicago")
    days = [date(1970, 1, 1) + timedelta(days=_whole(day) - LAG) for day in frame["date"]]
    first = days.index(FIRST)
    table: dict[str, list[Cell]] = {"date": [day.isoformat() for day in days[first:]]}
    table |= {station.lower(): frame[station][first:] for station in STATIONS}
    series = np.array([table[station.lower()] for station in STATIONS], dtype=np.float64).T
    public = range(len(series) - HELD_OUT)
    return Built(
        public={"ridership.csv": tables.csv_bytes(table, public)},
        hidden=hidden_windows(series, held_out=HELD_OUT, size=SIZE, steps=STEPS),
        public_labels=[float(series[row, 0]) for row in public],
    )


def _whole(day: Cell) -> int:
    if not isinstance(day, float):
        raise TypeError(f"expected a number of days, got {day!r}")
    return int(day)
