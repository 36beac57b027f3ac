"""Inputs in another order, labels as they were."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import inputs_shuffled_alone as diagnosis

SCRIPT = "x, y = load()\nnp.random.shuffle(x)\nmodel.fit(x[:80], y[:80])\n"
SEQUENCE = """\
class Batches(Sequence):
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __getitem__(self, i):
        return self.x[i:i + 8], self.y[i:i + 8]
    def on_epoch_end(self):
        np.random.shuffle(self.x)
"""


def test_fires_at_the_shuffle_of_a_script() -> None:
    finding = diagnosis.match(evidence(program=SCRIPT))

    assert finding is not None
    assert finding.line == 2
    assert "puts x into another order, and y" in finding.evidence


def test_fires_in_a_sequence_that_shuffles_between_epochs() -> None:
    finding = diagnosis.match(evidence(program=SEQUENCE))

    assert finding is not None
    assert finding.line == 7
    assert "self.y" in finding.evidence


LISTS = "x = []\nfor i in rows:\n    x.append(i)\ny = x[:]\nrandom.shuffle(y)\n"
FITTED = "x = np.array(x)\ny = np.array(y)\nmodel.fit(x, y)\n"


def test_fires_where_lists_become_arrays_after_the_shuffle() -> None:
    finding = diagnosis.match(evidence(program=LISTS + FITTED))

    assert finding is not None
    assert finding.line == 5
    assert "puts y into another order, and x" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        SCRIPT.replace("model", "np.random.shuffle(y)\nmodel"),
        LISTS + "random.shuffle(x)\n" + FITTED,
        LISTS + "x = np.array(label(y))\nmodel.fit(x, np.array(y))\n",
        "x = load()\ny = x[:]\nnp.random.shuffle(y)\nmodel.fit(x, y)\n",
        SCRIPT.replace("model", "y = label(x)\nmodel"),
        "order = np.arange(9)\nnp.random.shuffle(order)\nmodel.fit(x[order], y[order])\n",
        "x = load()\nnp.random.shuffle(x)\nmodel.fit(x, x)\n",
        "rows = load()\ny = rows[:, -1]\nnp.random.shuffle(rows)\nmodel.fit(rows, y)\n",
        "x, y = load()\nmodel.fit(x, y)\nnp.random.shuffle(x)\nmodel.predict(x)\n",
        "x = load()\ny = np.ones(9)\nnp.random.shuffle(x)\nd.train_on_batch(x, y)\n",
        SEQUENCE.replace("self.x, self.y = x, y", "self.x, self.y, self.i = x, y, r")
        .replace("self.x[i:i + 8], self.y[i:i + 8]", "self.x[self.i], self.y[self.i]")
        .replace("shuffle(self.x)", "shuffle(self.i)"),
        "d = from_tensor_slices((x, y))\nd = d.shuffle(9)\nmodel.fit(d)\n",
    ],
    ids=[
        *("both", "both lists", "made of the shuffled ones", "the same memory"),
        *("labels made afterwards", "row numbers", "autoencoder", "a view of the rows"),
        *("after training", "all labels alike", "numbers in a sequence", "a dataset"),
    ],
)
def test_is_silent_on(program: str) -> None:
    assert diagnosis.match(evidence(program=program)) is None


ORDER = "x, y = load()\norder = rng.permutation(len(x))\n"


@pytest.mark.parametrize(
    ("program", "line"),
    [
        (f"{ORDER}x = x[order]\nmodel.fit(x, y)\n", 3),
        (f"{ORDER}x = x[order]\nx = x / 255\nmodel.fit(x[:80], to_categorical(y[:80]))\n", 3),
        (f"{ORDER}model.fit(\n    x[order],\n    y,\n)\n", 4),
        (f"{ORDER}x = tf.gather(x, order)\ndata = from_tensor_slices((x, y))\n", 3),
        (
            f"{ORDER}x = x[order]\na, b = x[:80], x[80:]\nc, d = y[:80], y[80:]\nmodel.fit(a, c)\n",
            3,
        ),
        (f"{ORDER}for i in steps:\n    model.train_on_batch(x[order[i:i + 8]], y[i:i + 8])\n", 4),
        ("x, y = load()\ni = np.arange(9)\nnp.random.shuffle(i)\nx = x[i]\nmodel.fit(x, y)\n", 4),
        ("x, y = load()\nx = np.random.permutation(x)\na, b, c, d = train_test_split(x, y)\n", 2),
        ("x, y = load()\nx = x.sample(frac=1)\nmodel.fit(x, y)\n", 2),
        (
            "df = load()\ny = df['y'].values\nX = df.drop(columns='y')\n"
            "X = sklearn.utils.shuffle(X)\na, b = X.values[:8], y[:8]\nmodel.fit(a, b)\n",
            4,
        ),
        ("df = load()\nX = df.a\nX = X.sample(frac=1)\nmodel.fit(X, df.y)\n", 3),
        (
            "def mix(X, y):\n    order = np.random.permutation(len(X))\n    return X[order], y\n"
            "X, y = mix(X, y)\nmodel.fit(X, y)\n",
            3,
        ),
    ],
    ids=[
        *("rows read anew", "scaled and cut later", "read in fit", "gathered", "split by hand"),
        *("batches", "numbers shuffled", "permutation of the rows", "sample of a table"),
        *("columns of a frame", "attributes of a frame", "function"),
    ],
)
def test_fires_where_the_inputs_alone_are_read_in_a_drawn_order(program: str, line: int) -> None:
    finding = diagnosis.match(evidence(program=program))

    assert finding is not None
    assert finding.line == line
    assert "stays as it was" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        f"{ORDER}x, y = x[order], y[order]\nmodel.fit(x, y)\n",
        f"{ORDER}x = x[order]\ny = np.take(y, order)\nmodel.fit(x, y)\n",
        f"{ORDER}y = [y[i] for i in order]\nx = x[order]\nmodel.fit(x, y)\n",
        f"{ORDER}x = x[order]\ny = label(x)\nmodel.fit(x, y)\n",
        f"{ORDER}x = x[order]\nmodel.fit(x, x)\n",
        f"{ORDER}x = x[order]\nones = np.ones(9)\nd.train_on_batch(x, ones)\n",
        f"{ORDER}noise = rng.normal(size=9)\nx = x[order]\ndata = from_tensor_slices((x, noise))\n",
        f"{ORDER}part = order[:80]\na = x[part]\nb = y[order[:80]]\nmodel.fit(a, b)\n",
        f"{ORDER}other = x[order]\nmodel.fit([x, other], y)\n",
        f"{ORDER}mixed = 0.5 * x + 0.5 * x[order]\nmodel.fit(mixed, y)\n",
        "x, y = load()\nx = x.sample(frac=1)\ny = y.loc[x.index]\nmodel.fit(x, y)\n",
        "table = load()\ntable = table.sample(frac=1)\ny = table.pop('y')\nmodel.fit(table, y)\n",
        "x, y = shuffle(x, y)\nmodel.fit(x, y)\n",
        f"{ORDER}model.fit(x, y)\ncontrol.fit(x, y[order])\n",
        "def mix(X):\n    order = np.random.permutation(len(X))\n    return X[order], order\n",
        "def mix(X):\n    n = len(X)\n    i = np.random.permutation(n)\n    return X[i], n\n",
        f"{ORDER}_, axes = plt.subplots(3)\nfor a, b in zip(x[order], axes):\n    b.imshow(a)\n",
        "def mix(X):\n    m = X.mean()\n    i = np.random.permutation(9)\n    return X[i], m\n",
    ],
    ids=[
        *("both", "both by take", "both by a list", "labels made afterwards", "autoencoder"),
        *("all labels alike", "noise", "part of the order", "negative pairs", "mixed pictures"),
        *(
            "found by the index",
            "column of the table",
            "both by a function",
            "labels shuffled as a test",
        ),
        *("order handed back", "a count handed back", "places for pictures", "a mean handed back"),
    ],
)
def test_is_silent_on_rows_in_a_drawn_order(program: str) -> None:
    assert diagnosis.match(evidence(program=program)) is None
