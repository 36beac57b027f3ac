"""A random map whose numbers begin anew with each pass."""

from dataclasses import replace

import pytest
from piped import pipeline, seen

from etude.diagnoses.catalogue import random_map_repeats
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Data, Fit, Model

SEEDED = {"ops": ["RandomUniform", "ReverseV2"], "random_seeded": True}
UNSEEDED = {"ops": ["RandomUniform", "ReverseV2"]}
PARALLEL = {**SEEDED, "num_parallel_calls": -1}


SEED = "import tensorflow as tf\ntf.random.set_seed(1)\n"
OF_THE_OP = "import tensorflow as tf\ntf.image.random_flip_left_right(x, seed=3)\n"


def _trained(data: Data, *, epochs: int = 3, program: str = SEED) -> Evidence:
    fit = Fit(index=0, line=9, model=Model(key="1", kind="sequential"), train=data)
    return replace(
        seen(data, program=program), fits=[replace(fit, epochs=[{"loss": 0.5}] * epochs)]
    )


def _of(stages: str, **given: object) -> Data:
    return pipeline(stages.replace("slices", "from_tensor_slices"), map=given or SEEDED)


def test_fires_at_the_map() -> None:
    finding = random_map_repeats.match(_trained(_of("slices map batch prefetch")))

    assert finding is not None
    assert finding.line == 2
    assert "each epoch begins with the first of them" in finding.evidence


def test_a_seed_of_the_random_function_is_one_too() -> None:
    data = _of("slices map batch")

    assert random_map_repeats.match(_trained(data, program=OF_THE_OP)) is not None
    assert random_map_repeats.match(_trained(data, program="pass\n")) is None


def test_a_shuffle_above_the_map_changes_nothing() -> None:
    assert random_map_repeats.match(_trained(_of("slices map shuffle batch"))) is not None


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(_of("slices shuffle map batch"), id="other pictures meet them"),
        pytest.param(_of("slices map batch repeat"), id="one long pass"),
        pytest.param(_of("slices map cache batch"), id="cached: told elsewhere"),
        pytest.param(_of("slices map batch", **UNSEEDED), id="no seed"),
        pytest.param(_of("slices map batch", **PARALLEL), id="in any order"),
        pytest.param(_of("from_generator map batch"), id="a generator may shuffle"),
    ],
)
def test_is_silent_when(data: Data) -> None:
    assert random_map_repeats.match(_trained(data)) is None


def test_is_silent_after_a_single_epoch() -> None:
    assert random_map_repeats.match(_trained(_of("slices map batch"), epochs=1)) is None
