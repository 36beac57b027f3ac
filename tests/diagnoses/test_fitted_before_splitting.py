"""Scalers and vocabularies that know the held-out rows."""

import pytest
from piped import seen

from etude.diagnoses.catalogue import fitted_before_splitting

SCALER = "scaler = StandardScaler()\n"
SPLIT = "a, b, c, d = train_test_split(x, y)\n"
CUT = "train, test = x[:80], x[80:]\n"


SCALED = SCALER + "scaled = scaler.fit_transform(table)\n"
WINDOWS = """\
x, y = [], []
for i in range(len(scaled) - 24):
    x.append(scaled[i : i + 24])
    y.append(scaled[i + 24, 0])
x, y = np.array(x), np.array(y)
"""
BY_TABLE = "train, test = scaled[0:size, :], scaled[size:len(scaled), :]\n"
NAMED_WINDOWS = """\
x, goal = scaled, scaled[:, [-1]]
windows, wanted = [], []
for i in range(len(goal) - 7):
    _x = x[i : i + 7]
    windows.append(_x)
train, test = np.array(windows[0:size]), np.array(windows[size:len(windows)])
"""
BY_HAND = """\
def squeezed(data):
    above = data - np.min(data, 0)
    span = np.max(data, 0) - np.min(data, 0)
    return above / (span + 1e-7)
scaled = squeezed(table)
"""
BY_FUNCTION = """\
def windows(series, size):
    return np.stack([series[i : i + size] for i in range(9)]), series[size:]
x, y = windows(scaled, 24)
"""


@pytest.mark.parametrize(
    ("program", "line"),
    [
        (SCALER + "x = scaler.fit_transform(x)\n" + SPLIT, 2),
        (
            SCALER
            + "scaler.fit(x)\nscaled = scaler.transform(x)\n"
            + SPLIT.replace("x,", "scaled,"),
            2,
        ),
        ("x = MinMaxScaler().fit_transform(x)\n" + CUT, 1),
        (SCALED + WINDOWS + SPLIT, 2),
        (SCALED + WINDOWS + CUT, 2),
        (SCALED + BY_FUNCTION + SPLIT, 2),
        (SCALED + BY_TABLE, 2),
        (SCALED + NAMED_WINDOWS, 2),
        (BY_HAND + NAMED_WINDOWS, 5),
        (BY_HAND + BY_TABLE, 5),
        ("words = TfidfVectorizer()\nx = words.fit_transform(frame['text'])\n" + SPLIT, 2),
        ("layer = keras.layers.Normalization()\nlayer.adapt(x)\n" + CUT, 2),
        ("tokens = Tokenizer()\ntokens.fit_on_texts(x)\n" + CUT, 2),
    ],
)
def test_fires_where_it_learns(program: str, line: int) -> None:
    finding = fitted_before_splitting.match(seen(program=program))

    assert finding is not None
    assert finding.line == line
    assert "splits them into training and held-out rows" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(SPLIT + SCALER + "a = scaler.fit_transform(a)", id="split first"),
        pytest.param(CUT + SCALER + "train = scaler.fit_transform(train)", id="cut first"),
        pytest.param(SCALER + "scaler.fit(x[:80])\n" + CUT, id="the training part"),
        pytest.param(
            SCALED.replace("table", "table[:80]") + WINDOWS + SPLIT,
            id="windows of the training part",
        ),
        pytest.param(SCALED + WINDOWS.replace("scaled", "raw") + SPLIT, id="of another"),
        pytest.param(SCALED + "first, rest = scaled[0, :], scaled[1, :]", id="two rows"),
        pytest.param(SCALED + "x, y = scaled[:, 0:3], scaled[:, 3:len(names)]", id="columns"),
        pytest.param(BY_HAND.replace("table", "table[:80]") + BY_TABLE, id="by hand of a part"),
        pytest.param(
            BY_HAND.replace("scaled = squeezed(table)", "scaled = table") + BY_TABLE, id="unused"
        ),
        pytest.param("model = build()\nmodel.fit(x, y)\n" + CUT, id="a model"),
        pytest.param("codes = LabelEncoder()\ny = codes.fit_transform(y)\n" + SPLIT, id="labels"),
        pytest.param(SCALER + "x = scaler.fit_transform(x)\nprint(x[:5])", id="a look"),
        pytest.param(
            "x = SimpleImputer(strategy='constant', fill_value=-1).fit_transform(x)\n" + CUT,
            id="a filler that is told what to fill in",
        ),
        pytest.param(
            "def scaled(x):\n    return StandardScaler().fit_transform(x)\n"
            "def halves(x):\n    return x[:80], x[80:]\n",
            id="another function's x",
        ),
    ],
)
def test_is_silent_on(program: str) -> None:
    assert fitted_before_splitting.match(seen(program=program)) is None
