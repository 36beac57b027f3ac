"""Every skill has a page in the guide, and what it shows is right."""

import re

import pytest
from corpus import observed

from etude.catalog.exercises import exercises
from etude.catalog.guide import guide_page
from etude.diagnoses.diagnose import catalogue
from etude.domain.skills import SKILLS
from etude.render.guide import guide_markdown
from etude.sandbox import Sandbox

_SENTENCE_END = re.compile(r"[.?!](?= [A-Z`]|$)")
_LEAST_SENTENCES, _MOST_SENTENCES = 2, 4


@pytest.mark.parametrize("skill", SKILLS)
def test_a_page_says_in_a_few_sentences_what_a_skill_is_for(skill: str) -> None:
    page = guide_page(skill)

    sentences = _SENTENCE_END.findall(" ".join(page.purpose.split()))
    assert _LEAST_SENTENCES <= len(sentences) <= _MOST_SENTENCES
    assert all(line.startswith("- ") and ":" in line for line in page.read_on.splitlines())


@pytest.mark.slow  # seventy programs
@pytest.mark.tensorflow
@pytest.mark.parametrize("skill", SKILLS)
def test_the_smallest_example_runs_and_is_called_right(skill: str, warm_sandbox: Sandbox) -> None:
    evidence = observed(warm_sandbox, guide_page(skill).example)

    found = {name for name, diagnosis in catalogue().items() if diagnosis.match(evidence)}

    assert not evidence.errors
    assert found == set()


def test_a_page_tells_the_mistakes_and_the_exercises_of_its_skill() -> None:
    text = guide_markdown(
        guide_page("image-2"),
        list(catalogue().values()),
        list(exercises().values()),
        of_mistake="[{0}]".format,
    )

    assert text.startswith("# image-2: pictures from class folders")
    assert "- [pixels_not_scaled]: " in text
    assert "- `images/pipeline_from_folder`: Pictures from class folders (build, level 2" in text
    assert "gradients_not_applied" not in text
