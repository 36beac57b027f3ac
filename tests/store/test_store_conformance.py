"""What every store does; run by each of them."""

import math
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from making_attempts import NOON, MakeAttempt
from making_events import begun, event

from etude.domain.history import Deed
from etude.domain.seen import Batch, Forecast, Picture, Seen
from etude.domain.sitting import SittingDeed
from etude.store.engine import sqlite_url
from etude.store.let_go import NEWEST
from etude.store.memory import MemoryStore
from etude.store.port import Store
from etude.store.sql import SqlStore

# Set to the URL of an empty database, such as postgresql+psycopg://..., to test it as well.
OTHER_DATABASE = "ETUDE_TEST_DATABASE"


@pytest.fixture(params=["memory", "sqlite", "other"])
def store(request: Any, tmp_path: Path) -> Iterator[Store]:
    opened = _open(request.param, tmp_path)
    yield opened
    opened.close()


def _open(kind: str, tmp_path: Path) -> Store:
    if kind == "memory":
        return MemoryStore()
    if kind == "sqlite":
        return SqlStore(sqlite_url(tmp_path / "a folder? 100%" / "attempts.db"))
    if OTHER_DATABASE not in os.environ:
        pytest.skip(f"{OTHER_DATABASE} is not set")
    return SqlStore(os.environ[OTHER_DATABASE])


def later(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


def test_an_attempt_comes_back_as_it_was_kept(store: Store, attempt: MakeAttempt) -> None:
    kept = attempt(learner="as-kept")

    store.add_attempt(kept)

    (found,) = store.attempts("as-kept", "images/pipeline")
    assert msgspec.json.encode(replace(found, number=0)) == msgspec.json.encode(kept)


def test_numbers_that_are_none_come_back_as_they_were(store: Store, attempt: MakeAttempt) -> None:
    plain = attempt(learner="diverged")
    measured = {"as it is": math.nan, "scaled": math.inf, "moved": -math.inf}
    verdict = replace(plain.report.verdicts[0], measured=measured, received="nan")
    store.add_attempt(replace(plain, report=replace(plain.report, verdicts=[verdict])))

    (found,) = store.attempts("diverged", "images/pipeline")

    kept = found.report.verdicts[0]
    assert math.isnan(kept.measured["as it is"])
    assert (kept.measured["scaled"], kept.measured["moved"]) == (math.inf, -math.inf)
    assert kept.received == "nan"


def test_the_newest_attempts_come_first_and_in_pages(store: Store, attempt: MakeAttempt) -> None:
    numbers = [
        store.add_attempt(attempt(f"a/{n}", learner="pages", at=later(n), passed=n == 2, seed=n))
        for n in range(4)
    ]
    store.add_attempt(attempt(learner="somebody else"))

    first = store.newest("pages", limit=2)
    second = store.newest("pages", limit=2, before=first[-1].number)

    assert [one.number for one in (*first, *second)] == numbers[::-1]
    assert [one.exercise for one in second] == ["a/1", "a/0"]
    assert (first[1].passed, first[1].points, first[1].of) == (True, 2, 2)
    assert (first[1].seed, first[1].at) == (2, later(2))


def test_an_attempt_is_found_by_its_number_and_only_by_its_learner(
    store: Store, attempt: MakeAttempt
) -> None:
    number = store.add_attempt(attempt(learner="numbered", text="x = 7\n"))

    found = store.attempt("numbered", number)

    assert found is not None
    assert (found.number, found.submission.program) == (number, b"x = 7\n")
    assert store.attempt("another", number) is None
    assert store.attempt("numbered", number + 1000) is None


def test_what_was_seen_comes_back_with_its_pictures_and_its_nan(
    store: Store, attempt: MakeAttempt
) -> None:
    seen = Seen(
        batches=[Batch(role="fit", shape=[None, 2], pictures=[Picture(png=b"\x89PNG\x00")])],
        forecast=Forecast(role="validation", truth=[1.0, 2.0], answers=[1.5, math.nan]),
    )

    number = store.add_attempt(attempt(learner="seeing"), seen=seen)

    found = store.seen("seeing", number)
    assert found is not None
    assert [picture.png for picture in found.batches[0].pictures] == [b"\x89PNG\x00"]
    assert found.forecast is not None
    assert math.isnan(found.forecast.answers[1])
    assert store.seen("another", number) is None


def test_an_attempt_without_anything_to_see_has_none(store: Store, attempt: MakeAttempt) -> None:
    number = store.add_attempt(attempt(learner="blind"))

    assert store.seen("blind", number) is None


def test_the_newest_attempt_comes_first_and_no_more_than_asked_for(
    store: Store, attempt: MakeAttempt
) -> None:
    for minute in range(5):
        text = f"x = {minute}\n"
        store.add_attempt(attempt(learner="newest", at=later(minute), text=text))

    found = store.attempts("newest", "images/pipeline", limit=2)

    assert [one.at for one in found] == [later(4), later(3)]


def test_of_two_attempts_at_the_same_moment_the_one_kept_last_comes_first(
    store: Store, attempt: MakeAttempt
) -> None:
    store.add_attempt(attempt(learner="same", text="x = 1\n"))
    store.add_attempt(attempt(learner="same", text="x = 2\n"))

    newest, _ = store.attempts("same", "images/pipeline")

    assert newest.submission.program == b"x = 2\n"


def test_standings_tell_how_far_a_learner_has_come(store: Store, attempt: MakeAttempt) -> None:
    store.add_attempt(attempt(learner="far"))
    store.add_attempt(attempt(learner="far", passed=True, at=later(1)))
    store.add_attempt(attempt("models/cnn", learner="far", at=later(2)))

    standings = store.standings("far")

    assert list(standings) == ["images/pipeline", "models/cnn"]
    pipeline = standings["images/pipeline"]
    assert (pipeline.attempts, pipeline.passed, pipeline.points, pipeline.of) == (2, True, 2, 2)
    assert pipeline.last_at == later(1)
    assert not standings["models/cnn"].passed


def test_a_pass_is_not_lost_by_a_later_failure(store: Store, attempt: MakeAttempt) -> None:
    store.add_attempt(attempt(learner="once", passed=True))
    store.add_attempt(attempt(learner="once", at=later(1)))

    assert store.standings("once")["images/pipeline"].passed


def test_learners_do_not_see_each_other(store: Store, attempt: MakeAttempt) -> None:
    store.add_attempt(attempt(learner="one"))

    assert store.standings("another") == {}
    assert list(store.attempts("another", "images/pipeline")) == []


def test_the_last_hint_is_remembered(store: Store) -> None:
    store.add_hint("hinted", "images/pipeline", 1, at=NOON)
    store.add_hint("hinted", "images/pipeline", 2, at=later(1))

    standing = store.standings("hinted")["images/pipeline"]

    assert (standing.hints, standing.attempts) == (2, 0)


def test_a_solution_seen_twice_is_one_solution_seen(store: Store) -> None:
    store.add_solution_seen("curious", "images/pipeline", at=NOON)
    store.add_solution_seen("curious", "images/pipeline", at=later(1))

    assert store.standings("curious")["images/pipeline"].solution_seen


def test_the_history_tells_tries_hints_and_solutions_in_order(
    store: Store, attempt: MakeAttempt
) -> None:
    store.add_hint("told", "images/pipeline", 1, at=later(1))
    store.add_attempt(attempt(learner="told", at=later(2), passed=True, seed=3))
    store.add_solution_seen("told", "images/pipeline", at=later(3), seed=4)
    store.add_attempt(attempt(learner="told"))

    found = store.history("told")

    assert [event.deed for event in found] == [Deed.TRIED, Deed.HINT, Deed.TRIED, Deed.SOLUTION]
    assert [event.seed for event in found] == [0, 0, 3, 4]
    assert [event.passed for event in found] == [False, False, True, False]
    assert [event.at for event in found] == [later(minute) for minute in range(4)]


def test_a_solution_can_be_seen_for_several_variants(store: Store) -> None:
    for seed in (0, 1, 1):
        store.add_solution_seen("again", "images/pipeline", at=later(seed), seed=seed)

    assert {event.seed for event in store.history("again")} == {0, 1}


def test_the_history_of_one_exercise_is_told_alone(store: Store, attempt: MakeAttempt) -> None:
    for exercise, minute in (("a/one", 0), ("a/two", 1)):
        store.add_attempt(attempt(exercise, learner="alone", at=later(minute)))
        store.add_hint("alone", exercise, 1, at=later(minute + 2))
        store.add_solution_seen("alone", exercise, at=later(minute + 4))
    store.add_sitting(*begun("alone", "a-sitting"))
    queued = {"exercises": ["a/two", "a/one"]}
    store.add_sitting_event(
        event("a-sitting", 2, deed=SittingDeed.QUEUED, at=later(9), detail=queued)
    )

    found = store.history("alone", exercise="a/two")

    assert [one.deed for one in found] == [Deed.TRIED, Deed.HINT, Deed.SOLUTION, Deed.QUEUED]
    assert {one.exercise for one in found} == {"a/two"}


def test_whatever_is_added_to_a_history_makes_it_grow(store: Store, attempt: MakeAttempt) -> None:
    store.add_sitting(*begun("grows", "growing"))
    queued = event("growing", 2, deed=SittingDeed.QUEUED, detail={"exercises": ["a/one"]})
    adding: list[Callable[[], object]] = [
        lambda: store.add_attempt(attempt("a/one", learner="grows")),
        lambda: store.add_attempt(attempt("a/one", learner="grows")),
        lambda: store.add_hint("grows", "a/one", 1, at=later(1)),
        lambda: store.add_solution_seen("grows", "a/one", at=later(2)),
        lambda: store.add_sitting_event(queued),
    ]
    growth = [store.growth("grows")]

    for add in adding:
        add()
        growth.append(store.growth("grows"))

    assert growth == sorted(set(growth))
    before = store.growth("grows")
    store.add_attempt(attempt("a/one", learner="somebody-who-grows"))
    assert store.growth("grows") == before


def test_the_newest_attempts_at_one_exercise_are_told_alone(
    store: Store, attempt: MakeAttempt
) -> None:
    for exercise in ("a/one", "a/two", "a/one"):
        store.add_attempt(attempt(exercise, learner="one-of-two"))

    assert len(store.newest("one-of-two", exercise="a/one")) == 2


def test_events_that_are_known_need_not_be_read_again(store: Store) -> None:
    store.add_sitting(*begun("sitter", "read-on"))
    for number in (2, 3, 4):
        store.add_sitting_event(event("read-on", number))

    assert [one.number for one in store.sitting_events("read-on", after=2)] == [3, 4]
    assert list(store.sitting_events("read-on", after=4)) == []


def test_a_sitting_comes_back_as_it_was_kept_with_what_started_it(store: Store) -> None:
    sitting, started = begun("sitter", "whole")
    later_event = event("whole", 2, question=1, files={"a.py": "0f"}, detail={"by": "candidate"})

    store.add_sitting(sitting, started)
    kept = store.add_sitting_event(later_event)

    assert kept
    assert store.sitting("whole") is not None
    assert msgspec.json.encode(store.sitting("whole")) == msgspec.json.encode(sitting)
    assert store.sitting_events("whole") == [started, later_event]


def test_an_event_whose_number_is_taken_is_not_kept(store: Store) -> None:
    store.add_sitting(*begun("sitter", "raced"))
    first, second = event("raced", 2, question=1), event("raced", 2, question=2)

    kept = [store.add_sitting_event(first), store.add_sitting_event(second)]

    assert kept == [True, False]
    assert [one.question for one in store.sitting_events("raced")] == [0, 1]


def test_the_sittings_of_a_learner_are_told_in_the_order_of_their_starts(store: Store) -> None:
    for name, minute in (("second", 2), ("first", 1)):
        store.add_sitting(*begun("sits-twice", name, at=later(minute)))
    store.add_sitting(*begun("somebody-else", "other"))

    assert [sitting.id for sitting in store.sittings("sits-twice")] == ["first", "second"]


def test_what_a_review_queues_is_in_the_history_and_no_standing(store: Store) -> None:
    store.add_sitting(*begun("queues", "reviewed"))
    detail = {"exercises": ["images/pipeline", "models/cnn"]}
    store.add_sitting_event(event("reviewed", 2, deed=SittingDeed.QUEUED, detail=detail))

    found = store.history("queues")

    assert [(one.exercise, one.deed) for one in found] == [
        ("images/pipeline", Deed.QUEUED),
        ("models/cnn", Deed.QUEUED),
    ]
    assert store.standings("queues") == {}


def test_an_unknown_sitting_is_none(store: Store) -> None:
    assert store.sitting("unknown") is None
    assert list(store.sitting_events("unknown")) == []


def test_what_was_seen_is_kept_of_the_newest_attempts_and_of_the_best(
    store: Store, attempt: MakeAttempt
) -> None:
    many = NEWEST + 3
    numbers = [
        store.add_attempt(
            attempt(learner="prunes", at=later(n), passed=n in (0, 1), text=f"x = {n}\n"),
            seen=Seen(),
        )
        for n in range(many)
    ]

    kept = [n for n, number in enumerate(numbers) if store.seen("prunes", number) is not None]

    assert kept == [1, *range(3, many)]
    assert all(store.attempt("prunes", number) is not None for number in numbers)


def test_other_exercises_and_learners_keep_what_was_seen(
    store: Store, attempt: MakeAttempt
) -> None:
    others = [
        (
            "prunes-alone",
            store.add_attempt(attempt("a/other", learner="prunes-alone"), seen=Seen()),
        ),
        ("somebody", store.add_attempt(attempt(learner="somebody"), seen=Seen())),
    ]

    for n in range(NEWEST + 3):
        made = attempt(learner="prunes-alone", at=later(n), text=f"x = {n}\n")
        store.add_attempt(made, seen=Seen())

    assert all(store.seen(learner, number) is not None for learner, number in others)


def test_closing_twice_is_harmless(store: Store) -> None:
    store.close()
    store.close()
