"""Cars of 1970 to 1982 and how far they go on a gallon: a small regression."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np

from data import tables
from data.packages import Package
from data.record import About, Built
from data.split import split_rows
from data.tables import Cell

SHARE = 0.2
COLUMNS = {
    "mpg": "Miles_per_Gallon",
    "cylinders": "Cylinders",
    "displacement": "Displacement",
    "horsepower": "Horsepower",
    "weight": "Weight_in_lbs",
    "acceleration": "Acceleration",
    "model_year": "Year",
    "origin": "Origin",
    "name": "Name",
}
# Other spellings of one maker or model in the source, so that a model cannot be on both sides.
SPELLINGS = {
    "chevroelt": "chevrolet",
    "chevy": "chevrolet",
    "maxda": "mazda",
    "mercedes-benz": "mercedes",
    "mercedes benz": "mercedes",
    "pl510": "510",
    "toyouta": "toyota",
    "vokswagen": "volkswagen",
    "vw": "volkswagen",
}

ABOUT = About(
    title="Auto MPG",
    package=Package(
        client="pip",
        name="vega_datasets",
        version="0.9.0",
        sha256="3d7c63917be6ca9b154b565f4779a31fedce57b01b5b9d99d8a34a7608062a1d",
    ),
    origin=(
        "`vega_datasets/_data/cars.json`, from the StatLib archive of Carnegie Mellon University: "
        "the data of the 1983 exposition of the American Statistical Association. The UCI "
        "repository offers the same measurements (Quinlan 1993, doi 10.24432/C5859H) under "
        "CC BY 4.0."
    ),
    authors="Ernesto Ramos, David Donoho; packaged by Jake Vanderplas",
    licence=(
        "MIT (the package); its upstream says of the data: distributed in 1982 for educational "
        "and scientific purposes"
    ),
    notice="Copyright (c) 2018 Jake Vanderplas",
    changes=(
        "Rows without a target dropped; columns renamed as UCI has them; the year as a number; "
        "`Accelerationord`, an accident of the source, read as `accord` again. Cars of 1981 are "
        "marked 1982 in the source and here."
    ),
    split="By origin; all cars of one maker and model (`ford pinto`) stay on one side.",
)


def build(package: Path) -> Built:
    """Build `auto_mpg.csv` and the held-out cars, whose mpg is to be predicted."""
    source = json.loads((package / "vega_datasets/_data/cars.json").read_text(encoding="utf-8"))
    table = _table([car for car in source if car[COLUMNS["mpg"]] is not None])
    rows = split_rows(
        [model(str(name)) for name in table["name"]], table["origin"], share=SHARE, salt="auto_mpg"
    )
    mpg = np.array(table["mpg"], np.float32)
    return Built(
        public={"auto_mpg.csv": tables.csv_bytes(table, rows.public)},
        hidden={
            **tables.input_arrays(table, rows.hidden, target="mpg"),
            "labels": mpg[rows.hidden],
        },
        public_labels=mpg[rows.public].tolist(),
    )


def model(name: str) -> str:
    """Return maker and model of a car, spelt in one way: its family."""
    for other, usual in SPELLINGS.items():
        name = re.sub(rf"\b{other}\b", usual, name)
    maker, *words = name.split()
    return " ".join([maker, *(word.replace("-", "") for word in words[:1])])


def _table(cars: list[dict[str, Cell]]) -> dict[str, list[Cell]]:
    table = {name: [car[source] for car in cars] for name, source in COLUMNS.items()}
    table["model_year"] = [float(str(date)[:4]) for date in table["model_year"]]
    table["name"] = [str(name).replace("Accelerationord", "accord") for name in table["name"]]
    return table
