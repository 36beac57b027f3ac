"""Source becomes a tree, however many ask at once."""

import gc
import threading
import time
from collections.abc import Iterator

import pytest

from etude.domain.syntax import parse

THREADS, TREES = 8, 3
TEXT = "def f(x):\n    return [x + 1 for x in range(3)]\n" * 20


@pytest.fixture
def interruptions() -> Iterator[None]:
    """Other threads get their turn again and again while a tree is made."""
    before = gc.get_threshold()

    def interrupt(phase: str, info: dict[str, int]) -> None:
        time.sleep(0)

    gc.callbacks.append(interrupt)
    gc.set_threshold(10, 1, 1)
    yield
    gc.set_threshold(*before)
    gc.callbacks.remove(interrupt)


def test_trees_can_be_made_in_several_threads_at_once(interruptions: None) -> None:
    made: list[int] = []

    def make(depth: int) -> None:
        if depth:
            make(depth - 1)
        else:
            made.extend(len(parse(TEXT).body) for _ in range(TREES))

    threads = [threading.Thread(target=make, args=(5 * number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert made == [20] * THREADS * TREES


def test_a_syntax_error_names_the_file() -> None:
    with pytest.raises(SyntaxError) as caught:
        parse("x = ", file="model.py")

    assert caught.value.filename == "model.py"
