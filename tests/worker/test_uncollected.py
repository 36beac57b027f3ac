"""The collector rests while something large is imported."""

import gc
from collections.abc import Iterator

import pytest

from etude.worker.uncollected import uncollected


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_collected_meanwhile_and_what_came_is_not_looked_through_again() -> None:
    with uncollected():
        assert not gc.isenabled()
        came = [[number] for number in range(1000)]

    assert gc.isenabled()
    assert not any(one is came for one in gc.get_objects())


def test_an_import_within_another_does_not_end_the_rest() -> None:
    with uncollected():
        with uncollected():
            pass

        assert not gc.isenabled()


def test_a_program_that_has_switched_it_off_finds_it_off() -> None:
    gc.disable()

    with uncollected():
        pass

    assert not gc.isenabled()
    assert gc.get_freeze_count() == 0
