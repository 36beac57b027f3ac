"""Taking turns, medians and ratios."""

import pytest
from measuring import Timing, machine, ratio_of_pairs, run_quietly, take_turns


def test_a_timing_tells_median_lowest_and_highest() -> None:
    timing = Timing((3.0, 1.0, 2.0, 10.0))

    assert (timing.median, timing.lowest, timing.highest) == (2.5, 1.0, 10.0)


def test_turns_go_round_and_round() -> None:
    order: list[str] = []

    def measure(name: str) -> float:
        order.append(name)
        return float(len(order))

    timings = take_turns({name: lambda name=name: measure(name) for name in "abc"}, rounds=2)

    assert order == list("abcabc")
    assert timings["b"].seconds == (2.0, 5.0)


def test_each_round_is_told_when_it_has_ended() -> None:
    ended: list[int] = []

    take_turns({"a": lambda: 1.0}, rounds=3, on_round=ended.append)

    assert ended == [1, 2, 3]


def test_a_ratio_of_pairs_is_not_moved_by_one_disturbed_pair() -> None:
    without, observed = [1.0, 1.0, 8.0], [1.1, 9.0, 8.8]

    assert ratio_of_pairs(observed, without) == pytest.approx(1.1)


def test_ratios_need_pairs() -> None:
    with pytest.raises(ValueError):
        ratio_of_pairs([1.0, 2.0], [1.0])


def test_a_command_that_must_not_fail_ends_the_benchmark_with_what_it_printed() -> None:
    with pytest.raises(SystemExit, match=r"(?s)ended with 3.*told why"):
        run_quietly(["sh", "-c", "echo told why; exit 3"])


def test_a_command_that_may_fail_gives_its_code() -> None:
    assert run_quietly(["sh", "-c", "exit 3"], may_fail=True).returncode == 3


def test_the_machine_is_described_without_its_name() -> None:
    import platform

    told = "\n".join(machine("pytest"))

    assert "cores" in told
    assert f"pytest {pytest.__version__}" in told
    assert platform.node() not in told
