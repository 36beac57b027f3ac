"""Lines whose dataset nobody keeps."""

import pytest
from piped import seen

from etude.diagnoses.catalogue import dataset_change_not_kept

MADE = "data = tf.data.Dataset.from_tensor_slices((x, y))\n"


@pytest.mark.parametrize(
    "program",
    [
        MADE + "data.shuffle(100)",
        MADE + "data = data.map(scale)\n\ndata.batch(32).prefetch(1)",
        "def prepare(ds):\n    ds.cache()\n    return ds",
        "train_ds = image_dataset_from_directory('a')\ntrain_ds.prefetch(1)",
    ],
)
def test_fires_where_the_method_is_called(program: str) -> None:
    finding = dataset_change_not_kept.match(seen(program=program))

    assert finding is not None
    expected = [
        i for i, line in enumerate(program.splitlines(), 1) if "data." in line or "ds." in line
    ]
    assert finding.line == expected[-1]
    assert "stands by itself" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(MADE + "data = data.shuffle(100)", id="kept"),
        pytest.param(MADE + "model.fit(data.batch(3))", id="given on"),
        pytest.param(MADE + "rng.shuffle(x)\nrandom.shuffle(names)", id="other shuffles"),
        pytest.param(MADE + "data.take(1)", id="a look"),
        pytest.param(MADE + "data.save('folder')", id="a method that does something"),
        pytest.param(MADE + "data = list(data)\ndata.map(f)", id="no dataset any more"),
        pytest.param(
            MADE + "rows = data.map(f).as_numpy_iterator()\nrows.take(1)", id="an iterator"
        ),
        pytest.param("frame = read_csv('a.csv')\nframe.filter(items=[1])", id="no dataset"),
    ],
)
def test_is_silent_on(program: str) -> None:
    assert dataset_change_not_kept.match(seen(program=program)) is None
