"""The marking scheme: the table, that it is still there after training, and what it is good for."""

from etude.checks.defines import Defines
from etude.checks.reaches_score import ReachesScore
from etude.checks.returns_array import ReturnsArray
from etude.checks.values import Attribute, Call, Name, Table, Texts

SMALL = Table(columns={"film": [0.1, 0.2, 0.3], "good": [0.4, 0.5, 0.6]})

CHECKS = [
    Defines(function="matrix", parameters=("vocabulary", "vectors")),
    ReturnsArray(
        name="table",
        of=Call(
            function="matrix",
            args=(["", "[UNK]", "good", "so", "film"], SMALL),
            label="matrix of a vocabulary of five",
        ),
        equals=[
            [0.0, 0.0, 0.0],
            [0.0, 0.0, 0.0],
            [0.4, 0.5, 0.6],
            [0.0, 0.0, 0.0],
            [0.1, 0.2, 0.3],
        ],
        what="a row for each entry",
        attempt="begin with zeros, and write the known vectors into their rows",
        points=2,
        after=("defines",),
    ),
    ReturnsArray(
        name="table_kept",
        of=Attribute(of=Name(name="embedding"), name="embeddings"),
        equals=[
            [0.0, 0.0, 0.0],
            [0.0, 0.0, 0.0],
            [0.9, 0.1, 0.3],
            [0.8, 0.2, 0.4],
            [0.7, 0.1, 0.2],
            [-0.9, 0.2, 0.3],
            [-0.8, 0.3, 0.1],
            [-0.7, 0.1, 0.4],
            [0.1, 0.9, -0.5],
            [0.0, 0.8, -0.6],
            [0.0, 0.0, 0.0],
            [0.0, 0.0, 0.0],
            [0.0, 0.0, 0.0],
            [0.0, 0.0, 0.0],
        ],
        what="the table, still unchanged after training",
        attempt="give the table when the layer is made, and freeze the layer before compile",
        points=3,
        after=("table",),
    ),
    ReachesScore(
        by=Name(name="model"),
        inputs=Texts(texts=("a fine plot", "so dull", "fine, fine", "the dull film")),
        labels=[1, 0, 1, 0],
        bar=0.75,
        things="sentences with words that training did not have",
        after=("table_kept",),
    ),
]
