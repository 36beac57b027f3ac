"""The tables of the pipeline profile's benchmark, from figures made up here."""

from pipeline_profile import changes_table, pictures, stages_table

from etude.domain.profile import Change, PipelineProfile, StageCost, TriedChange

PROFILE = PipelineProfile(
    stages=[StageCost(op="map", seconds=7e-4, share=1.0)],
    changes=[
        TriedChange(
            change=Change.RESIZE_ONCE, before=1000.0, after=1800.0, won=1.0, difference=5.1,
            span=255.0,
        ),
        TriedChange(change=Change.CACHE, refused="too large"),
    ],
)  # fmt: skip
BY_HAND = {
    "": {"rate": 1000.0, "processor": 8e-4},
    "resize once": {"rate": 1700.0, "processor": 4e-4},
}


def _cells(made: str, first: str) -> list[str]:
    (line,) = [line for line in made.splitlines() if line.startswith(f"| {first} |")]
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_a_change_is_told_as_found_and_as_made_by_hand() -> None:
    made = changes_table([PROFILE], [BY_HAND])

    assert _cells(made, "resize once")[1:] == [
        "1,000", "1,800", "1.8 ×", "2.0%", "1,700", "1.7 ×", "400 µs",
    ]  # fmt: skip
    assert _cells(made, "as it is")[-1] == "800 µs"


def test_a_change_that_was_refused_says_why() -> None:
    assert _cells(changes_table([PROFILE], [BY_HAND]), "cache")[3] == "too large"


def test_stages_have_their_time_and_share() -> None:
    assert _cells(stages_table([PROFILE]), "`map`")[1:] == ["700 µs", "100%"]


def test_the_pictures_are_the_same_each_time() -> None:
    first, again = pictures(2), pictures(2)

    assert first == again
    assert all(picture.startswith(b"\xff\xd8") for picture in first.values())
