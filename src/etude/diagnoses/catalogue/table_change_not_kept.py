"""
A table or an array is to be changed, and what the change returns is thrown away.

## Why it hurts
`dropna`, `fillna`, `drop`, `astype`, `reshape` and `x / 255` leave what they are called on as it is, and return something new. A line that says no
more than `table.dropna()` computes the new table and forgets it: the network still gets the gaps, the column that was to go, or the pixels as they
were.

## Example
    import keras
    import numpy as np
    import pandas as pd

    rng = np.random.default_rng(0)
    table = pd.DataFrame({"size": rng.normal(size=200), "age": rng.normal(size=200)})
    table["price"] = 2 * table["size"] - table["age"]
    prices = table["price"]
    table.drop("price", axis=1)

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(table.to_numpy(), prices, epochs=3, verbose=0)

## Instead
    import keras
    import numpy as np
    import pandas as pd

    rng = np.random.default_rng(0)
    table = pd.DataFrame({"size": rng.normal(size=200), "age": rng.normal(size=200)})
    table["price"] = 2 * table["size"] - table["age"]
    prices = table["price"]
    table = table.drop("price", axis=1)

    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(table.to_numpy(), prices, epochs=30, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, given, value_of
from etude.diagnoses.origins import origins
from etude.diagnoses.source import Source, constant, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("data-2", "data-3", "dev-1")
GUIDE = "TensorFlow tutorial: Load a pandas DataFrame"
EXPLAINS = (
    *("label_among_inputs", "gaps_reach_the_network", "pixels_not_scaled", "inputs_not_scaled"),
    *(
        "row_number_as_feature",
        "words_among_numbers",
        "rows_make_no_array",
        "targets_of_other_width",
    ),
)

# Methods that return what they were called for, of tables and of arrays.
_OF_TABLES = (
    *("drop", "dropna", "fillna", "replace", "rename", "reset_index", "set_index", "sort_values"),
    *("drop_duplicates", "assign", "interpolate", "ffill", "bfill", "clip", "apply", "map"),
)
_OF_ARRAYS = ("astype", "reshape", "transpose", "squeeze", "flatten", "ravel", "clip", "round")
# What makes a table: functions of pandas, by the last of their name.
_MAKE_TABLES = (
    "DataFrame",
    "Series",
    "read_csv",
    "read_excel",
    "read_json",
    "read_parquet",
    "concat",
    "get_dummies",
)
_MAKE_ARRAYS = (
    *("array", "asarray", "zeros", "ones", "arange", "linspace", "stack", "concatenate", "load"),
    *("normal", "random", "uniform", "integers", "rand", "randn", "randint", "load_data"),
    *("astype", "reshape", "to_numpy"),
)
_LOOKS = ("head", "tail", "describe", "info", "sample")


def match(evidence: Evidence) -> Finding | None:
    if not evidence.trainings:
        return None
    source = evidence.source
    for statement in source.all(ast.Expr):
        thrown = _changed(source, statement.value)
        if thrown and _is_used_later(source, thrown, statement.lineno):
            text = ast.unparse(statement.value)
            return Finding(
                line=statement.lineno,
                about=thrown,
                evidence=f"`{text}` stands by itself: it returns something new, and {thrown} stays as it was",
                change=f"keep it: {thrown} = {text}",
                # The last line of a cell shows what it returns.
                mild=source.file.endswith(".ipynb"),
            )
    return None


def _changed(source: Source, node: ast.expr) -> str:
    """The name of what a statement would change if its result were kept; "" for any other one."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div | ast.Mult | ast.Sub):
        return _name(node.left) if _makes(source, _name(node.left), node, _MAKE_ARRAYS) else ""
    method = (
        node.func.attr
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        else ""
    )
    if not isinstance(node, ast.Call) or constant(given(node, "inplace", 99)) is True:
        return ""
    name = _name(node.func.value) if isinstance(node.func, ast.Attribute) else ""
    if method in _OF_TABLES and _makes(source, name, node, _MAKE_TABLES):
        return name
    return (
        name
        if method in _OF_ARRAYS and _makes(source, name, node, (*_MAKE_ARRAYS, *_MAKE_TABLES))
        else ""
    )


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _makes(source: Source, name: str, node: ast.expr, makers: tuple[str, ...]) -> bool:
    """Whether what one of these makes stands behind what the name was last given."""
    made = value_of(source, name, before=node.lineno) if name else None
    if made is None or any(last_name(call.func) in _LOOKS for call in calls_in(made)):
        return False
    behind = origins(source, made, before=node.lineno)
    return any(isinstance(one, ast.Call) and last_name(one.func) in makers for one in behind)


def _is_used_later(source: Source, name: str, line: int) -> bool:
    later = (one for one in source.nodes if isinstance(one, ast.Name) and one.lineno > line)
    return any(one.id == name for one in later)
