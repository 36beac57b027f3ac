"""The marking scheme: what the preprocessor does with rows, whatever it is made of."""

from etude.checks.accepts_raw_rows import AcceptsRawRows
from etude.checks.defines import Defines
from etude.checks.encodes_categories import EncodesCategories
from etude.checks.fills_gaps import FillsGaps
from etude.checks.learns_from_given_rows import LearnsFromGivenRows
from etude.checks.meets_unknown_categories import MeetsUnknownCategories
from etude.checks.scales_columns import ScalesColumns
from etude.checks.values import Csv

ROWS = Csv(file="credit/credit.csv", drop=("status",))
GIVEN = {"function": "build_preprocessor", "rows": ROWS}

CHECKS = [
    Defines(function="build_preprocessor", parameters=("rows",), points=1),
    AcceptsRawRows(**GIVEN, after=("defines",), points=2),
    FillsGaps(**GIVEN, after=("accepts_raw_rows",), points=3),
    ScalesColumns(**GIVEN, after=("fills_gaps",), points=2),
    EncodesCategories(**GIVEN, after=("accepts_raw_rows",), points=3),
    MeetsUnknownCategories(**GIVEN, after=("encodes_categories",), points=2),
    LearnsFromGivenRows(**GIVEN, after=("scales_columns", "encodes_categories"), points=3),
]
