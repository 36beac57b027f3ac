"""Results of sittings, for tests."""

from datetime import UTC, datetime
from typing import Any

from etude.domain.result import CategoryMark, Result, SkillMark

FINISHED = datetime(2026, 3, 14, 15, 9, 26, tzinfo=UTC)
CATEGORIES = (
    CategoryMark(topic="exam_regression", title="A first regression", points=10, of=10),
    CategoryMark(topic="exam_images", title="Images", points=38.5, of=40),
    CategoryMark(topic="exam_text", title="Text", points=46, of=50),
)
SKILLS = (
    SkillMark(skill="image-2", title="pictures from class folders", share=0.9),
    SkillMark(skill="text-6", title="recurrent layers", share=0.6),
)
VERSIONS = {"etude": "0.3.0", "tensorflow": "2.21.0", "keras": "3.15.1", "content": "5c0ffee"}


def result(**changes: Any) -> Result:
    """A passed one."""
    fields: dict[str, Any] = {
        "blueprint": "developer",
        "title": "TensorFlow Developer",
        "version": 2,
        "finished_at": FINISHED,
        "total": 94.5,
        "pass_mark": 90,
        "categories": CATEGORIES,
        "skills": SKILLS,
        "isolation": 2,
        "versions": VERSIONS,
        "candidate": "Zoë Ångström",
    }
    return Result(**fields | changes)
