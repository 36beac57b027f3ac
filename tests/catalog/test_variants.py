"""Variants: declared words replaced in the files of an exercise."""

from pathlib import Path

import pytest

from etude.catalog.exercises import UnreadableExercise, exercises, read_exercise
from etude.catalog.marking import read_checks
from etude.catalog.texts import read_text, replaced
from etude.catalog.variants import has_variants, variant_of, variants
from etude.domain.exercise import Exercise

METADATA = """
title = "Pixels of the vehicle"
summary = "Small."
skills = ["image-2"]
kind = "build"
level = 1
minutes = 5
wants = ["load_vehicle"]
"""
CHECKS = 'from etude.checks.defines import Defines\nCHECKS = [Defines(function="load_vehicle")]\n'
VARIANTS = """
def variant(rng):
    thing = rng.choice(["ship", "train"])
    return {"vehicle": thing, "load_vehicle": f"load_{thing}", "96": rng.choice([64, 128])}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "images" / "pixels"
    made.mkdir(parents=True)
    texts = {"exercise.toml": METADATA, "checks.py": CHECKS, "variants.py": VARIANTS}
    texts["starter.py"] = "SIZE = 96  # of a vehicle\n\n\ndef load_vehicle():\n    return 196\n"
    for name, text in texts.items():
        (made / name).write_text(text)
    return made


@pytest.fixture
def exercise(folder: Path) -> Exercise:
    return read_exercise(folder)


def test_what_etude_calls_a_field_is_no_word_of_the_exercise(folder: Path) -> None:
    (folder / "variants.py").write_text(
        "def variant(rng):\n    return {'minutes': 'hours', '5': 7, 'vehicle': 'ship'}\n"
    )

    made = variant_of(read_exercise(folder), 1)

    assert (made.minutes, made.title) == (5, "Pixels of the ship")


def test_seed_nought_is_the_exercise_as_it_stands(exercise: Exercise) -> None:
    assert variant_of(exercise, 0) == exercise
    assert variant_of(variant_of(exercise, 3), 0) == exercise


def test_every_file_and_the_metadata_speak_of_the_same(exercise: Exercise) -> None:
    made = variant_of(exercise, 1)

    thing = made.replacements["vehicle"]
    assert made.title == f"Pixels of the {thing}"
    assert made.wants == [f"load_{thing}"]
    assert f"def load_{thing}()" in read_text(made, "starter.py")
    assert read_checks(made)[0].function == f"load_{thing}"  # type: ignore[attr-defined]


def test_only_whole_words_and_numbers_are_replaced(exercise: Exercise) -> None:
    assert "return 196" in read_text(variant_of(exercise, 1), "starter.py")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("32 of float32", "8 of float32"),
        ("0.32 and 32.5 and 32.", "0.32 and 32.5 and 8."),
        ("(32, 64)", "(8, 32)"),
        ("32 filters", "eight filters"),
    ],
)
def test_words_are_replaced_at_once_and_the_longest_first(text: str, expected: str) -> None:
    words = {"32": "8", "64": "32", "32 filters": "eight filters"}

    assert replaced(text, words) == expected


def test_a_seed_always_draws_the_same_and_seeds_differ(exercise: Exercise) -> None:
    drawn = [tuple(variant_of(exercise, seed).replacements.items()) for seed in range(1, 20)]

    again = [tuple(variant_of(exercise, seed).replacements.items()) for seed in range(1, 20)]

    assert drawn == again
    assert len(set(drawn)) == 4


def test_seeds_that_draw_the_same_words_are_one_variant(exercise: Exercise) -> None:
    found = list(variants(exercise, 20))

    assert found[0] == exercise
    assert len(found) == 1 + 4
    assert [variant.seed for variant in found] == sorted(variant.seed for variant in found)


def test_a_word_that_is_drawn_for_itself_makes_no_variant(folder: Path) -> None:
    (folder / "variants.py").write_text("def variant(rng):\n    return {'vehicle': 'vehicle'}\n")

    assert len(list(variants(read_exercise(folder), 20))) == 1


def test_an_exercise_without_variants_is_its_only_one(folder: Path) -> None:
    (folder / "variants.py").unlink()

    assert len(list(variants(read_exercise(folder), 20))) == 1


def test_an_exercise_without_variants_carries_the_seed_and_is_the_same(folder: Path) -> None:
    (folder / "variants.py").unlink()
    exercise = read_exercise(folder)

    made = variant_of(exercise, 5)

    assert not has_variants(exercise)
    assert (made.seed, made.title) == (5, exercise.title)


@pytest.mark.parametrize(
    "text",
    [
        "def variant(rng):\n    return {'96': 1 / 0}\n",
        "def variant(rng):\n    return {'96': 'two\\nlines'}\n",
        "def variant(rng):\n    return {'': 'nothing'}\n",
        "def variant(rng):\n    return None\n",
        "x = 1\n",
    ],
)
def test_what_cannot_be_drawn_names_the_file(folder: Path, text: str) -> None:
    (folder / "variants.py").write_text(text)

    with pytest.raises(UnreadableExercise, match=r"variants\.py"):
        variant_of(read_exercise(folder), 1)


@pytest.mark.parametrize("name", [e.id for e in exercises().values() if has_variants(e)])
def test_the_shipped_variants_differ_and_every_file_of_them_is_python(name: str) -> None:
    exercise = exercises()[name]

    made = [variant_of(exercise, seed) for seed in range(1, 20)]

    assert len({tuple(variant.replacements.items()) for variant in made}) >= 3
    for variant in made:
        for path in exercise.folder.rglob("*.py"):
            compile(read_text(variant, str(path.relative_to(exercise.folder))), path, "exec")
