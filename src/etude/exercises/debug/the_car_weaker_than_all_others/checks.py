"""The marking scheme: what the preprocessor does with rows, whatever it is made of."""

from etude.checks.accepts_raw_rows import AcceptsRawRows
from etude.checks.defines import Defines
from etude.checks.fills_gaps import FillsGaps
from etude.checks.learns_from_given_rows import LearnsFromGivenRows
from etude.checks.scales_columns import ScalesColumns
from etude.checks.values import Csv

COLUMNS = ("cylinders", "displacement", "horsepower", "weight", "acceleration", "model_year")
ROWS = Csv(file="auto_mpg/auto_mpg.csv", columns=COLUMNS)
GIVEN = {"function": "build_preprocessor", "rows": ROWS}

CHECKS = [
    Defines(function="build_preprocessor", parameters=("rows",)),
    AcceptsRawRows(**GIVEN, after=("defines",)),
    FillsGaps(**GIVEN, after=("accepts_raw_rows",), points=3),
    ScalesColumns(**GIVEN, after=("fills_gaps",)),
    LearnsFromGivenRows(**GIVEN, after=("scales_columns",)),
]
