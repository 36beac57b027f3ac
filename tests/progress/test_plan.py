"""What is chosen next, and what is said about it."""

from practised import after, by_id, exercise, passed, queued, tried

from etude.domain.exercise import Exercise
from etude.domain.history import Event
from etude.progress.learner import learner_at
from etude.progress.plan import Choice, Occasion, choose

FIRST = exercise("a/first", "model-1")
SECOND = exercise("b/second", "model-2", level=2)
HARD = exercise("c/hard", "model-1", level=5)


def chosen(
    exercises: dict[str, Exercise], history: list[Event], *, days: float = 0, skip: str = ""
) -> Choice | None:
    return choose(learner_at(history, exercises, now=after(days=days)), skip=[skip])


def told(choice: Choice | None) -> tuple[str, Occasion]:
    assert choice is not None
    return choice.exercise.id, choice.occasion


def test_a_beginner_gets_the_level_of_a_beginner() -> None:
    assert told(chosen(by_id(HARD, FIRST), [])) == ("a/first", Occasion.NEW)


def test_what_was_begun_is_finished_first_and_the_reason_tells_since_when() -> None:
    choice = chosen(by_id(FIRST, SECOND), [tried("a/first"), tried("a/first")], days=1)

    assert told(choice) == ("a/first", Occasion.BEGUN)
    assert choice is not None
    assert choice.reason == "You began it yesterday and tried it 2 times: finish it first."


def test_what_one_is_stuck_with_gives_way() -> None:
    other = exercise("a/other", "data-1")

    choice = chosen(by_id(FIRST, other), [tried("a/first") for _ in range(15)])

    assert told(choice) == ("a/other", Occasion.NEW)


def test_a_skill_that_needs_another_waits_for_it() -> None:
    exercises = by_id(SECOND, FIRST)

    assert told(chosen(exercises, [])) == ("a/first", Occasion.NEW)
    assert told(chosen(exercises, [passed("a/first")])) == ("b/second", Occasion.NEW)


def test_a_skill_that_needs_what_no_exercise_practises_does_not_wait() -> None:
    assert told(chosen(by_id(SECOND), [])) == ("b/second", Occasion.NEW)


def test_an_exercise_that_names_another_waits_for_it() -> None:
    later = exercise("a/later", "data-1", prerequisites=("z/base",))
    base = exercise("z/base", "data-2", level=3)

    assert told(chosen(by_id(later, base), [])) == ("z/base", Occasion.NEW)


def test_what_is_forgotten_comes_back_as_a_fresh_variant() -> None:
    choice = chosen(by_id(FIRST), [passed("a/first")], days=90)

    assert told(choice) == ("a/first", Occasion.REVIEW)
    assert choice is not None
    assert choice.seed == 1
    assert choice.reason.startswith("Time to refresh model-1 (build, compile and train")


def test_something_new_that_practises_the_same_is_better_than_a_repetition() -> None:
    new = exercise("b/new", "model-1", level=2)

    assert told(chosen(by_id(FIRST, new), [passed("a/first")], days=90)) == ("b/new", Occasion.NEW)


def test_after_two_reviews_something_new_comes_first() -> None:
    old = [exercise(f"a/{n}", f"data-{n}") for n in (1, 3, 4, 5)]
    new = exercise("b/new", "model-1")
    history = [passed(one.id) for one in old]
    exercises = by_id(*old, new)
    order = []
    for turn in range(3):
        choice = chosen(exercises, history, days=90 + turn / 24)
        assert choice is not None
        order.append(choice.occasion)
        history.append(passed(choice.exercise.id, after(days=90 + turn / 24), seed=choice.seed))

    assert order == [Occasion.REVIEW, Occasion.REVIEW, Occasion.NEW]


def test_nothing_is_next_when_all_is_passed_and_remembered() -> None:
    assert chosen(by_id(FIRST), [passed("a/first")], days=1) is None
    assert chosen({}, []) is None


def test_what_is_skipped_is_not_chosen() -> None:
    assert chosen(by_id(FIRST), [], skip="a/first") is None


def test_circles_of_prerequisites_hide_nothing() -> None:
    one = exercise("a/one", "data-1", prerequisites=("a/two",))
    two = exercise("a/two", "data-2", prerequisites=("a/one",))

    assert chosen(by_id(one, two), []) is not None


def test_what_the_review_of_an_exam_has_queued_comes_next_in_its_order() -> None:
    exercises = by_id(FIRST, SECOND, HARD)
    history = [passed("a/first"), queued("c/hard"), queued("a/first")]

    first = chosen(exercises, history, days=1)
    then = chosen(exercises, history, days=1, skip="c/hard")

    assert (told(first), told(then)) == (("c/hard", Occasion.EXAM), ("a/first", Occasion.EXAM))
    assert first is not None
    assert then is not None
    assert first.reason.startswith("The review of your exam on 4 May asks for it: it practises ")
    assert (first.seed, then.seed) == (0, 1)


def test_what_was_queued_and_is_passed_since_is_done() -> None:
    history = [queued("a/first"), passed("a/first", after(minutes=5))]

    assert told(chosen(by_id(FIRST, SECOND), history, days=0.1)) == ("b/second", Occasion.NEW)


def test_begun_work_goes_before_what_is_queued() -> None:
    history = [queued("c/hard"), tried("a/first")]

    assert told(chosen(by_id(FIRST, HARD), history)) == ("a/first", Occasion.BEGUN)


def test_what_is_queued_is_no_practice_yet() -> None:
    learner = learner_at([queued("a/first")], by_id(FIRST), now=after(days=1))

    assert (list(learner.rounds), learner.passed) == ([], set())
