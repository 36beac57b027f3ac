"""The marking scheme: what the preprocessor does with rows, whatever it is made of."""

from etude.checks.accepts_raw_rows import AcceptsRawRows
from etude.checks.defines import Defines
from etude.checks.encodes_categories import EncodesCategories
from etude.checks.learns_from_given_rows import LearnsFromGivenRows
from etude.checks.meets_unknown_categories import MeetsUnknownCategories
from etude.checks.values import Csv

ROWS = Csv(file="credit/credit.csv", columns=("home", "marital", "records", "job"))
GIVEN = {"function": "build_preprocessor", "rows": ROWS}

CHECKS = [
    Defines(function="build_preprocessor", parameters=("rows",)),
    AcceptsRawRows(**GIVEN, after=("defines",)),
    EncodesCategories(**GIVEN, after=("accepts_raw_rows",), points=3),
    MeetsUnknownCategories(**GIVEN, after=("encodes_categories",)),
    LearnsFromGivenRows(**GIVEN, after=("encodes_categories",)),
]
