"""What can be done about a problem, in the words of the terminal and of the pages."""

import pytest

from etude.domain.problem import Act, Problem, Step, Words
from etude.render.steps import click, command


def step(act: Act) -> Step:
    return Step(act=act, exercise="images/pipeline", folder="/home/ann/new", question=2)


@pytest.mark.parametrize("act", Act)
def test_a_terminal_names_a_command(act: Act) -> None:
    assert "etude " in command(step(act))


@pytest.mark.parametrize("act", Act)
def test_a_page_names_no_command_but_the_one_that_starts_it(act: Act) -> None:
    words = click(step(act))

    assert words
    assert "etude " not in words.replace("`etude web`", "")


@pytest.mark.parametrize("words", [command, click])
def test_a_problem_is_told_with_what_can_be_done(words: Words) -> None:
    problem = Problem("The sitting is paused.", step=Step(act=Act.RESUME))

    assert problem.told(words) == f"The sitting is paused. {words(Step(act=Act.RESUME))}"
    assert str(problem) == "The sitting is paused."


def test_a_problem_without_a_step_says_it_all() -> None:
    assert Problem("The disk is full.").told(command) == "The disk is full."


def test_the_exam_that_was_to_begin_is_named() -> None:
    wanted = Step(act=Act.BEGIN_ELSEWHERE, exam="sprint", folder="/home/ann/new")

    assert command(wanted).endswith("etude exam start sprint /home/ann/new")
