"""The shipped data is what its manifest and its licences say, and nothing hidden is public."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "src" / "etude" / "data"
MANIFEST: dict[str, Any] = json.loads((DATA / "MANIFEST.json").read_text(encoding="utf-8"))
SETS = sorted(MANIFEST["sets"])
# The others are networks, which have no rows to hold back.
WITH_ROWS = [name for name in SETS if any(MANIFEST["sets"][name]["rows"].values())]
TABLES = {"auto_mpg": "mpg", "credit": "status", "penguins": "species"}
TEXTS = {"reviews": "score", "udhr": "language"}
SERIES = {"co2": "co2", "ridership": "clark_lake", "sunspots": "sunspots"}
CLASSIFIED = [name for name in SETS if MANIFEST["sets"][name]["classes"]]
ALL_DATA_AT_MOST = 18_000_000  # bytes; the wheel carries all of it
SAME_DRAWING = 0.95  # correlation of two 16 x 16 grey thumbnails

Row = tuple[str, ...]


def test_the_manifest_names_every_file_and_no_other() -> None:
    promised = {path for facts in MANIFEST["sets"].values() for path in facts["files"]}

    found = {
        path.relative_to(DATA).as_posix()
        for side in ("public", "hidden")
        for path in (DATA / side).rglob("*")
        if path.is_file()
    }

    assert found == promised


@pytest.mark.parametrize("name", SETS)
def test_every_file_has_the_size_and_hash_of_the_manifest(name: str) -> None:
    for path, promised in MANIFEST["sets"][name]["files"].items():
        content = (DATA / path).read_bytes()

        assert len(content) == promised["size"], path
        assert hashlib.sha256(content).hexdigest() == promised["sha256"], path


def test_the_build_script_finds_data_and_licences_in_order() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "build_data.py"), "--check"]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_all_data_together_stays_small() -> None:
    sizes = [
        file["size"] for facts in MANIFEST["sets"].values() for file in facts["files"].values()
    ]

    assert sum(sizes) < ALL_DATA_AT_MOST


@pytest.mark.parametrize("name", WITH_ROWS)
def test_hidden_rows_are_plain_arrays_of_one_length(name: str) -> None:
    arrays = hidden(name)

    inputs = [array for key, array in arrays.items() if key.startswith("inputs")]
    assert inputs
    assert {len(array) for array in inputs} == {len(arrays["labels"])}
    assert all(array.dtype.kind in "fiuU" for array in arrays.values())
    assert arrays["labels"].dtype in (np.dtype(np.int64), np.dtype(np.float32))


@pytest.mark.parametrize("name", WITH_ROWS)
def test_hidden_archives_carry_no_time(name: str) -> None:
    with zipfile.ZipFile(DATA / "hidden" / f"{name}.npz") as archive:
        dates = {member.date_time for member in archive.infolist()}

    assert dates == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("name", WITH_ROWS)
def test_both_sides_have_the_rows_of_the_manifest(name: str) -> None:
    rows = {"public": len(public_labels(name)), "hidden": len(hidden(name)["labels"])}

    assert rows == MANIFEST["sets"][name]["rows"]


@pytest.mark.parametrize("name", CLASSIFIED)
def test_classes_are_balanced_as_the_licences_document_says(name: str) -> None:
    public, held_out = Counter(public_labels(name)), Counter(hidden_labels(name))

    document = (ROOT / "DATA_LICENCES.md").read_text(encoding="utf-8")
    chapter = document.split(f"(`{name}`)")[1].split("\n## ")[0]
    for label in hidden(name)["classes"]:
        assert f"| {label} | {public[label]} | {held_out[label]} |" in chapter


@pytest.mark.parametrize("name", CLASSIFIED)
def test_each_class_has_the_same_share_of_both_sides(name: str) -> None:
    public, held_out = Counter(public_labels(name)), Counter(hidden_labels(name))

    assert public.keys() == held_out.keys()
    for label in public:
        of_public = public[label] / public.total()
        assert held_out[label] / held_out.total() == pytest.approx(of_public, abs=0.02)


@pytest.mark.parametrize("name", WITH_ROWS)
def test_hidden_rows_are_not_sorted_by_label(name: str) -> None:
    labels = hidden(name)["labels"]

    changes = np.count_nonzero(np.diff(labels))

    assert changes > len(labels) / 4


@pytest.mark.parametrize("name", TABLES)
def test_no_row_of_a_table_is_on_both_sides(name: str) -> None:
    public = {row_key(row, without=TABLES[name]) for row in table(name)}

    assert public.isdisjoint(hidden_row_keys(name))


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_is_on_both_sides(name: str) -> None:
    public = {row["text"] for row in table(name)}

    held_out = [str(text) for text in hidden(name)["inputs"]]

    assert public.isdisjoint(held_out)
    assert len(set(held_out)) == len(held_out)


def test_clauses_of_one_article_are_on_one_side() -> None:
    public = {row["article"] for row in table("udhr")}

    assert len(public) == 23
    assert not [row for row in table("udhr") if not row["article"].isdigit()]


def test_no_picture_of_clothes_is_on_both_sides() -> None:
    with np.load(DATA / "public" / "fashion_mnist" / "train.npz") as train:
        public = {digest(image) for image in train["images"]}

    held_out = [digest(image) for image in hidden("fashion_mnist")["inputs"]]

    assert public.isdisjoint(held_out)
    assert len(set(held_out)) == len(held_out)


def test_no_drawing_is_on_both_sides() -> None:
    public = {digest(stretched(path)) for path in drawings()}

    held_out = [digest(image) for image in hidden("clip_art")["inputs"]]

    assert len(public) == len(drawings())
    assert len(set(held_out)) == len(held_out)
    assert public.isdisjoint(held_out)


def test_no_hidden_drawing_looks_like_a_public_one() -> None:
    public = np.stack([thumbnail(stretched(path)) for path in drawings()])
    held_out = np.stack([thumbnail(image) for image in hidden("clip_art")["inputs"]])

    assert (held_out @ public.T).max() < SAME_DRAWING
    assert (held_out @ held_out.T - np.eye(len(held_out))).max() < SAME_DRAWING


def test_drawings_of_one_family_are_all_public() -> None:
    families = defaultdict(list)
    with (ROOT / "scripts/data/sets/clip_art.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            families[line["class"], line["family"]].append(Path(line["file"]).stem)

    public = {(path.parent.name, path.stem) for path in drawings()}

    relatives = [(kind, names) for (kind, _), names in families.items() if len(names) > 1]
    assert relatives
    for kind, names in relatives:
        assert {(kind, name.lower().strip("_")) for name in names} <= public


def test_public_drawings_keep_their_proportions() -> None:
    shapes = set()
    for path in drawings():
        with Image.open(path) as drawing:
            shapes.add(drawing.size)
            assert (drawing.format, drawing.mode, max(drawing.size)) == ("JPEG", "RGB", 128)
            assert not drawing.getexif()

    assert len(shapes) > 50


def test_hidden_drawings_are_stretched_to_one_size() -> None:
    inputs = hidden("clip_art")["inputs"]

    assert inputs.dtype == np.uint8
    assert inputs.shape[1:] == (128, 128, 3)


def test_public_clothes_are_arrays_with_a_list_of_names() -> None:
    with np.load(DATA / "public" / "fashion_mnist" / "train.npz", allow_pickle=False) as train:
        images, labels = train["images"], train["labels"]

    names = (DATA / "public" / "fashion_mnist" / "classes.txt").read_text().splitlines()

    assert (images.shape, images.dtype) == ((10000, 28, 28), np.uint8)
    assert (labels.shape, labels.dtype) == ((10000,), np.uint8)
    assert names == hidden("fashion_mnist")["classes"].tolist()


@pytest.mark.parametrize("name", TABLES)
def test_a_hidden_table_has_the_columns_of_the_public_one(name: str) -> None:
    columns = [column for column in table(name)[0] if column != TABLES[name]]

    found = {key for key in hidden(name) if key.startswith("inputs_")}

    assert found == {f"inputs_{column}" for column in columns}


@pytest.mark.parametrize(
    ("name", "gaps"),
    [
        (
            "credit",
            {"home": 6, "marital": 1, "job": 2, "income": 381, "assets": 47, "debt": 18},
        ),
        ("auto_mpg", {"horsepower": 6}),
        (
            "penguins",
            {
                "bill_length_mm": 2,
                "bill_depth_mm": 2,
                "flipper_length_mm": 2,
                "body_mass_g": 2,
                "sex": 11,
            },
        ),
    ],
)
def test_the_gaps_of_the_source_are_all_there(name: str, gaps: dict[str, int]) -> None:
    public = Counter(column for row in table(name) for column, cell in row.items() if not cell)
    held_out = {
        key.removeprefix("inputs_"): int(missing(array).sum())
        for key, array in hidden(name).items()
        if key.startswith("inputs_")
    }

    assert public + Counter(held_out) == gaps
    assert sum(held_out.values()) > 0


def test_no_model_of_car_is_on_both_sides() -> None:
    public = {model(row["name"]) for row in table("auto_mpg")}

    assert public.isdisjoint(model(str(name)) for name in hidden("auto_mpg")["inputs_name"])


def test_a_bad_credit_is_label_one() -> None:
    arrays = hidden("credit")

    assert arrays["classes"].tolist() == ["good", "bad"]
    assert arrays["labels"].mean() == pytest.approx(0.28, abs=0.01)


@pytest.mark.parametrize("name", SERIES)
def test_hidden_windows_follow_each_other_and_the_public_series(name: str) -> None:
    inputs, labels = hidden(name)["inputs"], hidden(name)["labels"]
    public = np.array([float(row[SERIES[name]] or "nan") for row in table(name)], np.float32)

    size, first = inputs.shape[1], inputs.reshape(len(inputs), inputs.shape[1], -1)[..., 0]

    assert np.array_equal(inputs[1:, :-1], inputs[:-1, 1:])
    assert np.array_equal(first[0], public[-size:])
    assert not np.isnan(inputs).any()
    assert not np.isnan(labels).any()


@pytest.mark.parametrize(("name", "ahead"), [("co2", 1), ("sunspots", 1), ("ridership", 7)])
def test_hidden_labels_are_what_comes_after_each_window(name: str, ahead: int) -> None:
    inputs, labels = hidden(name)["inputs"], hidden(name)["labels"]

    labels = labels[:, None] if ahead == 1 else labels

    assert np.array_equal(labels[:-ahead, :ahead], inputs[ahead:, -ahead:])


def test_the_gaps_of_the_weekly_series_are_all_public() -> None:
    assert sum(not row["co2"] for row in table("co2")) == 59


@cache
def hidden(name: str) -> dict[str, NDArray[Any]]:
    """The arrays of a hidden archive."""
    with np.load(DATA / "hidden" / f"{name}.npz", allow_pickle=False) as archive:
        return dict(archive)


@cache
def table(name: str) -> list[dict[str, str]]:
    """The rows of a public CSV."""
    path = DATA / "public" / name / f"{name}.csv"
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


@cache
def drawings() -> list[Path]:
    """The public clip art."""
    return sorted((DATA / "public" / "clip_art").glob("*/*.jpg"))


def public_labels(name: str) -> list[str]:
    """The label of every public row, as text."""
    labels = TABLES | TEXTS | SERIES
    if name in labels:
        return [row[labels[name]] for row in table(name)]
    if name == "clip_art":
        return [path.parent.name for path in drawings()]
    with np.load(DATA / "public" / name / "train.npz") as train:
        return [str(hidden(name)["classes"][label]) for label in train["labels"]]


def hidden_labels(name: str) -> list[str]:
    """The class of every hidden row."""
    arrays = hidden(name)
    return [str(label) for label in arrays["classes"][arrays["labels"]]]


def row_key(row: dict[str, str], *, without: str) -> Row:
    """What a public row says beside its label, numbers written as float32."""
    return tuple(written(cell) for column, cell in sorted(row.items()) if column != without)


def hidden_row_keys(name: str) -> list[Row]:
    """The same for the hidden rows."""
    columns = [array for key, array in sorted(hidden(name).items()) if key.startswith("inputs_")]
    return [tuple(written(str(cell)) for cell in row) for row in zip(*columns, strict=True)]


def written(cell: str) -> str:
    """A number as float32 writes it, a word as it is, nothing for a gap."""
    try:
        number = np.float32(cell)
    except ValueError:
        return cell
    return "" if np.isnan(number) else str(number)


def missing(array: NDArray[Any]) -> NDArray[np.bool_]:
    """Where a column has gaps."""
    gaps: NDArray[np.bool_] = np.isnan(array) if array.dtype.kind == "f" else array == ""
    return gaps


def model(name: str) -> str:
    """Maker and first word of a car's name."""
    return " ".join(name.replace("-", "").split()[:2])


def stretched(path: Path) -> NDArray[np.uint8]:
    """A public drawing in the shape of the hidden ones."""
    with Image.open(path) as drawing:
        return np.asarray(drawing.resize((128, 128), Image.Resampling.BILINEAR))


def thumbnail(picture: NDArray[np.uint8]) -> NDArray[np.float64]:
    """A picture as 16 x 16 grey values of mean 0 and length 1."""
    grey = Image.fromarray(picture).convert("L").resize((16, 16), Image.Resampling.BOX)
    values = np.array(grey, np.float64).ravel()
    values -= values.mean()
    values /= np.linalg.norm(values)
    return values


def digest(picture: NDArray[np.uint8]) -> str:
    """The hash of a picture's pixels."""
    return hashlib.sha256(picture.tobytes()).hexdigest()
