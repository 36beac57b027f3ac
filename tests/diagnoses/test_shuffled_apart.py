"""Two orders for what belongs together."""

from dataclasses import replace

import pytest
from piped import fit, network, pipeline, seen

from etude.diagnoses.catalogue import shuffled_apart
from etude.domain.observations import Compiled, Data, Loss, TensorSpec

USED = "model.fit(x, y)\n"
SEEDED = {"seed": 1, "buffer_size": 9}
ROWS = [TensorSpec(path=str(i), dtype="float32", shape=[None, 30 - 26 * i]) for i in range(2)]
PICTURES = [TensorSpec(path=str(i), dtype="uint8", shape=[None, 8, 8, 3]) for i in range(2)]


@pytest.mark.parametrize(
    "program",
    [
        "np.random.shuffle(x)\nnp.random.shuffle(y)\n" + USED,
        "random.shuffle(x)\nrandom.shuffle(y)\ndata = Dataset.from_tensor_slices((x, y))\n",
        "rng.shuffle(x)\nrng.shuffle(y)\nmodel.fit(x[:9], y[:9], validation_data=(x[9:], y[9:]))\n",
        "rng.shuffle(x)\nrng.shuffle(y)\na, b = x[:9], x[9:]\nc = y[:9]\nmodel.fit(a, c)\n",
        "x = rng.permutation(x)\ny = rng.permutation(y)\na, b, c, d = train_test_split(x, y)\n",
        "x = x[rng.permutation(9)]\ny = y[rng.permutation(len(y))]\n" + USED,
        "x = table.sample(frac=1)\ny = labels.sample(frac=1)\n" + USED,
        "x = table[names].sample(frac=1).values\ny = table['y'].sample(frac=1.0).values\n" + USED,
        "x = sklearn.utils.shuffle(x, random_state=1)\ny = sklearn.utils.shuffle(y)\n" + USED,
    ],
)
def test_fires_at_the_second_order_of_arrays(program: str) -> None:
    finding = shuffled_apart.match(seen(program=program))

    assert finding is not None
    assert finding.line == 2
    assert "line 1 puts x in one order and line 2 puts y in another" in finding.evidence


def test_fires_on_parts_that_are_shuffled_after_they_were_cut() -> None:
    program = "a, c = x[:9], y[:9]\nrng.shuffle(a)\nrng.shuffle(c)\nmodel.fit(a, c)\n"

    finding = shuffled_apart.match(seen(program=program))

    assert finding is not None
    assert finding.line == 3


OWN_BATCHES = """\
class Batches(keras.utils.PyDataset):
    def __getitem__(self, i):
        pictures = self.x[i * 8:(i + 1) * 8] / 255
        return pictures, self.y[i * 8:(i + 1) * 8]

    def on_epoch_end(self):
        {shuffling}
"""


def test_fires_on_attributes_of_a_data_set_of_ones_own() -> None:
    shuffling = "np.random.shuffle(self.x)\n        np.random.shuffle(self.y)"

    finding = shuffled_apart.match(seen(program=OWN_BATCHES.format(shuffling=shuffling)))

    assert finding is not None
    assert finding.line == 8
    assert finding.about == "self.x and self.y"


def test_is_silent_on_an_order_that_a_data_set_of_ones_own_keeps() -> None:
    shuffling = "np.random.shuffle(self.order)\n        np.random.shuffle(self.x)"

    assert shuffled_apart.match(seen(program=OWN_BATCHES.format(shuffling=shuffling))) is None


@pytest.mark.parametrize(
    "program",
    [
        pytest.param("rng.shuffle(order)\nx, y = x[order], y[order]\n" + USED, id="one order"),
        pytest.param(
            "np.random.seed(1)\nnp.random.shuffle(x)\nnp.random.seed(1)\nnp.random.shuffle(y)\n"
            + USED,
            id="one seed",
        ),
        pytest.param("rng.shuffle(x)\nrng.shuffle(z)\n" + USED, id="no pair"),
        pytest.param(
            "random.Random(1).shuffle(x)\nrandom.Random(1).shuffle(y)\n" + USED, id="two generators"
        ),
        pytest.param(
            "x = a.sample(frac=1, random_state=1)\ny = b.sample(frac=1, random_state=1)\n" + USED,
            id="one seed in each call",
        ),
        pytest.param(
            "x = table.sample(frac=1)\ny = table.sample(frac=1)\n" + USED, id="two copies of one"
        ),
        pytest.param(
            "x = a.sample(frac=1)\ny = b.sample(frac=1)\ny = y.loc[x.index]\n" + USED,
            id="an index that finds the rows again",
        ),
        pytest.param(
            "x = a.sample(frac=0.5)\ny = b.sample(frac=0.5)\n" + USED, id="a part of them"
        ),
        pytest.param(
            "x = x[RandomState(1).permutation(9)]\ny = y[RandomState(1).permutation(9)]\n" + USED,
            id="two generators of one seed",
        ),
        pytest.param("x, y = sklearn.utils.shuffle(x, y)\n" + USED, id="one call for both"),
        pytest.param("a = rng.permutation(x)\nb = rng.permutation(y)\n" + USED, id="copies"),
    ],
)
def test_is_silent_on_arrays_with(program: str) -> None:
    assert shuffled_apart.match(seen(program=program)) is None


@pytest.mark.parametrize(
    ("stages", "line"),
    [
        ("from_tensor_slices shuffle from_tensor_slices shuffle zip batch", 4),
        ("from_tensor_slices shuffle from_tensor_slices zip batch", 2),
    ],
)
def test_fires_on_a_zip_of_shuffled_inputs_and_labels(stages: str, line: int) -> None:
    finding = shuffled_apart.match(seen(pipeline(stages)))

    assert finding is not None
    assert finding.line == line
    assert "before zip" in finding.evidence


@pytest.mark.parametrize(("compares", "found"), [(True, True), (False, False)])
def test_fires_on_rows_and_one_hot_classes_that_a_loss_compares(
    compares: bool, found: bool
) -> None:
    zipped = replace(
        pipeline("from_tensor_slices shuffle from_tensor_slices map shuffle zip batch"), spec=ROWS
    )
    losses = [Loss(name="categorical_crossentropy")] if compares else []
    model = replace(network(), compiled=Compiled(losses=losses))

    finding = shuffled_apart.match(seen(zipped, fits=[fit(model, zipped)]))

    assert (finding is not None) is found


def test_fires_on_pictures_and_masks_listed_apart() -> None:
    files = replace(
        pipeline(
            "list_files map list_files map zip batch",
            list_files_1={"file_pattern": "data/images/*.png"},
            list_files_2={"file_pattern": "data/masks/*.png"},
        ),
        spec=PICTURES,
    )

    assert shuffled_apart.match(seen(files)) is not None


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(pipeline("from_tensor_slices from_tensor_slices zip shuffle"), id="after"),
        pytest.param(
            pipeline(
                "from_tensor_slices shuffle from_tensor_slices shuffle zip batch", shuffle=SEEDED,
                shuffle_1=SEEDED, shuffle_2=SEEDED,
            ),
            id="one seed for both",
        ),
        pytest.param(
            replace(
                pipeline("from_tensor_slices shuffle from_tensor_slices shuffle zip"), spec=PICTURES
            ),
            id="two kinds of pictures that are no pairs",
        ),
        pytest.param(
            pipeline(
                "from_tensor_slices shuffle from_tensor_slices shuffle zip map",
                from_tensor_slices_1={"labels": 10}, from_tensor_slices_2={"labels": 10},
            ),
            id="examples with labels of their own on both sides",
        ),
        pytest.param(pipeline("range from_tensor_slices shuffle zip batch"), id="numbered"),
        pytest.param(pipeline("from_tensor_slices shuffle batch"), id="no zip"),
    ],
)  # fmt: skip
def test_is_silent_on(data: Data) -> None:
    assert shuffled_apart.match(seen(data)) is None


PARTED = {"parted_after_shuffle": 2}


def _parted(stages: str = "from_tensor_slices shuffle map map zip batch") -> Data:
    return pipeline(stages, zip=PARTED)


def test_fires_on_pairs_that_are_taken_apart_after_the_shuffle() -> None:
    finding = shuffled_apart.match(seen(_parted()))

    assert finding is not None
    assert finding.line == 5
    assert "go through the shuffle in line 2, each for itself" in finding.evidence


def test_is_silent_where_two_draws_of_one_dataset_are_mixed() -> None:
    mixed = _parted("from_tensor_slices shuffle zip map batch")
    alike = replace(_parted(), spec=PICTURES)

    assert shuffled_apart.match(seen(mixed)) is None
    assert shuffled_apart.match(seen(alike)) is None
