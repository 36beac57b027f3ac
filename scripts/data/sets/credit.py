"""Loans and whether they were paid back: a real table of mixed types with real gaps."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from data import tables
from data.packages import Package
from data.r_objects import data_frame
from data.record import About, Built
from data.split import split_rows

SHARE = 0.225
CLASSES = ("good", "bad")  # bad is 1: it is what one wants to find

ABOUT = About(
    title="Credit",
    package=Package(
        client="apt",
        name="r-cran-modeldata",
        version="1.1.0-1",
        sha256="66c2e08bb4bf695d972b1e72ea44d5af9ada3c42841793d3871017f7b896bf95",
    ),
    origin=(
        "`credit_data` of the R package modeldata, which has it from Dr. Lluís A. Belanche Muñoz "
        "by way of Dr. Gaston Sanchez (`gastonstat/CreditScoring`)."
    ),
    authors="Lluís A. Belanche Muñoz, Gaston Sanchez; packaged by Max Kuhn",
    licence="MIT, as packaged",
    notice="Copyright 2019 Max Kuhn, RStudio; Posit Software, PBC",
    changes="Column names in lower case; a missing value became an empty cell.",
    split=(
        "By status, and within a status by whether a row has gaps; rows that agree in every "
        "column but the status stay on one side."
    ),
)


def build(package: Path) -> Built:
    """Build `credit.csv` and the held-out rows, to be told good from bad."""
    frame = data_frame(package / "usr/lib/R/site-library/modeldata", "credit_data")
    table = {name.lower(): column for name, column in frame.items()}
    status = [str(word) for word in table["status"]]
    rows = split_rows(
        tables.row_keys(table, without="status"),
        list(zip(status, tables.has_gaps(table), strict=True)),
        share=SHARE,
        salt="credit",
    )
    return Built(
        public={"credit.csv": tables.csv_bytes(table, rows.public)},
        hidden={
            **tables.input_arrays(table, rows.hidden, target="status"),
            "labels": np.array([CLASSES.index(status[row]) for row in rows.hidden], np.int64),
            "classes": np.array(CLASSES),
        },
        public_labels=[status[row] for row in rows.public],
    )
