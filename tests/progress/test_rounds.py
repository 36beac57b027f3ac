"""How a history is cut into rounds."""

from practised import after, hint, passed, solution, tried

from etude.progress.rounds import rounds_of


def test_a_round_goes_from_the_first_try_or_hint_to_the_pass() -> None:
    history = [
        hint("a/one", 1),
        tried("a/one", after(minutes=5)),
        hint("a/one", 2, after(minutes=6)),
        passed("a/one", after(minutes=9)),
    ]

    (found,) = rounds_of(history)

    assert (found.passed, found.tries, found.hints) == (True, 2, 2)
    assert (found.begun_at, found.last_at) == (after(), after(minutes=9))


def test_what_has_not_passed_is_an_unfinished_round() -> None:
    (found,) = rounds_of([tried("a/one"), tried("a/one", after(minutes=1))])

    assert (found.passed, found.tries) == (False, 2)


def test_the_solution_seen_before_the_pass_belongs_to_the_round() -> None:
    (found,) = rounds_of([solution("a/one"), passed("a/one", after(minutes=1))])

    assert found.solution_seen


def test_what_is_done_with_a_variant_after_its_pass_tells_nothing() -> None:
    history = [
        passed("a/one"),
        tried("a/one", after(minutes=10)),
        hint("a/one", 3, after(days=9)),
        passed("a/one", after(days=10)),
    ]

    (found,) = rounds_of(history)

    assert (found.last_at, found.hints) == (after(), 0)


def test_a_fresh_variant_is_a_round_of_its_own_even_on_the_same_day() -> None:
    found = rounds_of([passed("a/one"), tried("a/one", after(minutes=30), seed=1)])

    assert [(one.seed, one.passed) for one in found] == [(0, True), (1, False)]
