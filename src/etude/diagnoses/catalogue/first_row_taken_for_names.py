"""
The first row of a file without names is taken for the names of its columns.

## Why it hurts
`read_csv` reads the names of the columns from the first line, unless it is told that there are none. Of a file that holds nothing but numbers one
example is lost, columns are called "0.25" and "-1.5", and a look-up by a name that was meant finds nothing.

## Example
    import io

    import pandas as pd

    lines = "0.25,1.5,1\\n-0.75,0.5,0\\n1.25,-0.5,1\\n"
    table = pd.read_csv(io.StringIO(lines))
    inputs, labels = table.iloc[:, :2].to_numpy(), table.iloc[:, 2].to_numpy()

## Instead
    import io

    import pandas as pd

    lines = "0.25,1.5,1\\n-0.75,0.5,0\\n1.25,-0.5,1\\n"
    table = pd.read_csv(io.StringIO(lines), header=None)
    inputs, labels = table.iloc[:, :2].to_numpy(), table.iloc[:, 2].to_numpy()
"""

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("data-2", "data-1")
GUIDE = "TensorFlow tutorial: Load CSV data"
EXPLAINS = ("column_not_found",)

_TOLD = 4


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of("headed_by_numbers"):
        names = list(call.arguments["columns"])
        more = ", ..." if len(names) > _TOLD else ""
        return Finding(
            line=call.line,
            evidence=f"the columns are called {', '.join(names[:_TOLD])}{more}, which are the numbers of the first row; "
            f"{call.arguments['rows']} rows are left",
            change='read_csv(..., header=None), or names=["...", "..."] for all columns',
        )
    return None
