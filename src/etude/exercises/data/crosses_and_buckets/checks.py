"""The marking scheme: the matrix for made-up rows, for two sets of edges and jobs."""

from etude.checks.defines import Defines
from etude.checks.gives_examples import GivesExamples
from etude.checks.returns_type import ReturnsType
from etude.checks.values import Answers, Call, Table


def rows(edges, jobs):
    """Ages around every edge, jobs known and unknown, amounts of all sizes."""
    ages = [18, *(edge + off for edge in edges for off in (-0.5, 0, 3)), 81]
    names = [*jobs, "retired", ""]
    return [
        {"age": age, "amount": 250.0 * (i % 7), "job": names[(i + i // len(names)) % len(names)]}
        for i, age in enumerate(ages * 2)
    ]


def encoded(row, edges, jobs):
    """The row as it should come out."""
    bucket = sum(row["age"] >= edge for edge in edges)
    buckets = [float(i == bucket) for i in range(len(edges) + 1)]
    known = [float(row["job"] == job) for job in jobs]
    crossed = [one * other for one in buckets for other in known]
    return [(row["amount"] - 1000) / 500, *buckets, *known, *crossed]


def built(edges, jobs, label):
    return Call(function="build_encoder", args=(edges, jobs), label=label)


def gives(model, edges, jobs, **more):
    given = rows(edges, jobs)
    columns = {name: [row[name] for row in given] for name in ("age", "amount", "job")}
    return GivesExamples(
        of=Answers(by=model, inputs=Table(columns=columns)),
        parts={"": [encoded(row, edges, jobs) for row in given]},
        in_order=True,
        things="rows",
        **more,
    )


EDGES, JOBS = [25, 35, 50], ["fixed", "partime", "freelance"]
OTHER_EDGES, OTHER_JOBS = [30, 60], ["nurse", "cook", "smith", "judge", "baker"]
MODEL = built(EDGES, JOBS, "the encoder")
OTHER = built(OTHER_EDGES, OTHER_JOBS, "an encoder of other edges and jobs")

CHECKS = [
    Defines(function="build_encoder", parameters=("edges", "jobs")),
    ReturnsType(of=MODEL, kinds=("model",), after=("defines",)),
    gives(MODEL, EDGES, JOBS, points=4, after=("returns_type",)),
    gives(OTHER, OTHER_EDGES, OTHER_JOBS, name="other", points=2, after=("gives_examples",)),
]
