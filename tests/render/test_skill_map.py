"""The map of skills."""

from datetime import UTC, datetime, timedelta

from rich.console import Console

from etude.domain.skills import SKILLS
from etude.render.skill_map import SkillRow, due_line, skill_map, skill_record

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def shown(*rows: SkillRow, width: int = 80) -> str:
    console = Console(width=width, record=True, file=None, force_terminal=False)
    with console.capture() as captured:
        console.print(skill_map(rows, now=NOW))
    return captured.get()


def row(name: str, *, mastery: float = 0.0, days: float | None = None, count: int = 1) -> SkillRow:
    due_at = None if days is None else NOW + timedelta(days=days)
    return SkillRow(skill=SKILLS[name], mastery=mastery, due_at=due_at, exercises=count)


def test_a_skill_has_a_bar_as_long_as_it_is_mastered() -> None:
    assert "model-3  ━━━━━━──── " in shown(row("model-3", mastery=0.6))


def test_it_tells_what_is_due_and_when_the_rest_will_be() -> None:
    told = shown(row("model-3", days=-1), row("model-5", days=12), row("model-6")).splitlines()

    assert told[1].endswith(" due")
    assert told[2].endswith(" 12 d")
    assert told[3].rstrip().endswith("many classes")


def test_skills_without_an_exercise_are_counted_only() -> None:
    told = shown(row("model-3"), row("model-4", count=0))

    assert "model-4" not in told
    assert "Building and training models  (1 more without an exercise)" in told


def test_it_keeps_within_the_terminal() -> None:
    told = shown(*(row(name, days=100) for name in SKILLS), width=60)

    assert max(map(len, told.splitlines())) <= 60


def test_the_line_of_what_is_due_names_each_skill_once() -> None:
    told = due_line({"a/one": ["model-5", "model-3"], "a/two": ["model-3"]})

    assert told.plain == "Due for review: model-3, model-5. etude next"
    assert due_line({}).plain == "No review is due."


def test_the_record_holds_the_same_as_plain_values() -> None:
    record = skill_record(row("model-3", mastery=0.51234, days=-1), now=NOW)

    assert (record["skill"], record["mastery"], record["due"]) == ("model-3", 0.512, True)
