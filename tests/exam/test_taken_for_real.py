"""A sitting taken from the terminal with a real question, TensorFlow and all."""

import json
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from only_collection import only_collection

import etude
from etude.app.cancel import CancellableSandbox
from etude.app.exam import open_exam
from etude.app.exam.replay import read_appeal, replay
from etude.catalog import exercises as catalog
from etude.cli.main import run
from etude.sandbox import Cancellation, Sandbox

Say = Callable[..., tuple[int, str, str]]

METADATA = """\
title = "Name the garment"
summary = "Classify small pictures of clothes."
skills = ["image-1"]
kind = "question"
run_as = "script"
level = 2
minutes = 10
data = ["fashion_mnist"]
"""
CHECKS = """\
from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract

CHECKS = [
    SavedContract(
        artifact="clothes.keras",
        takes={"": Tensor(shape=(28, 28), dtype="float32")},
        gives=Tensor(shape=(10,), dtype="float32"),
        most_bytes=2_000_000,
    ),
    ReachesBars(
        artifact="clothes.keras",
        hidden="fashion_mnist",
        lower=(0.3, 0.5, 0.6),
        bar=0.7,
        points=4,
        after=("saved_contract",),
    ),
]
"""
STARTER = "# TODO: fit a model to data/fashion_mnist and save it as clothes.keras\n"
PROGRAM = """\
import keras
import numpy as np

with np.load("data/fashion_mnist/train.npz") as stored:
    names = list(stored.files)
    pictures, labels = stored[names[0]][:3000], stored[names[1]][:3000]
keras.utils.set_random_seed(0)
model = keras.Sequential(
    [
        keras.Input((28, 28)),
        keras.layers.Rescaling(1 / 255),
        keras.layers.Flatten(),
        keras.layers.Dense(64, activation="relu"),
        keras.layers.Dense(OUTPUTS, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(pictures, labels, epochs=EPOCHS, batch_size=64, verbose=0)
model.save("clothes.keras")
"""
BLUEPRINT = """\
title = "One question"
about = "For a test."
minutes = 45
pass_mark = 90

[[categories]]
topic = "pictures"
title = "Pictures"
weight = 100
skills = ["image-1"]
"""


def program(*, outputs: int = 10, epochs: int = 4) -> str:
    return PROGRAM.replace("OUTPUTS", str(outputs)).replace("EPOCHS", str(epochs))


@pytest.fixture
def clothes(tmp_path: Path) -> Iterator[Path]:
    """The only installed collection of questions; holds one."""
    collection = tmp_path / "collection"
    files = {"exercise.toml": METADATA, "README.md": "# Clothes\n", "checks.py": CHECKS}
    for name, text in {**files, "starter.py": STARTER, "solution.py": program()}.items():
        path = collection / "pictures" / "clothes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (collection / "blueprints").mkdir()
    (collection / "blueprints" / "one.toml").write_text(BLUEPRINT)
    with only_collection(collection):
        yield collection


@pytest.fixture
def say(
    clothes: Path,
    warm_sandbox: Sandbox,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Say:
    monkeypatch.chdir(tmp_path)
    kept_open = CancellableSandbox(warm_sandbox, Cancellation())
    monkeypatch.setattr(open_exam, "user_sandbox", lambda places: kept_open)

    def type_it(*arguments: str) -> tuple[int, str, str]:
        code = run(["exam", *arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return type_it


@pytest.mark.slow
@pytest.mark.tensorflow
def test_a_sitting_with_a_broken_and_a_right_answer(say: Say, tmp_path: Path) -> None:
    code, out, err = say("start", "one", "--yes")
    assert (code, err) == (0, "")
    assert "a small training takes" in out
    file = tmp_path / "etude-one" / "1_pictures" / "clothes.py"

    marks: list[Any] = []
    for text in (program(outputs=12), program(epochs=4)):
        file.write_text(text)
        code, out, err = say("run", "1")
        assert code == 0, out + err
        marks.append(json.loads(say("submit", "1", "--json")[1]))

    assert [told["mark"] for told in marks] == [0, 5]
    assert marks[0]["contract_broken"]
    assert marks[0]["verdicts"][0]["received"] == "float32 (3, 12)"
    assert say("finish", "--yes")[0] == 0
    code, out, _ = say("review")
    assert code == 0
    assert "5 of 5" in out


@pytest.mark.slow
@pytest.mark.tensorflow
def test_the_review_of_a_lost_point_tells_the_value_and_the_bar(say: Say, tmp_path: Path) -> None:
    say("start", "one", "--yes")
    file = tmp_path / "etude-one" / "1_pictures" / "clothes.py"
    wrong = program().replace("stored[names[1]][:3000]", "stored[names[1]][:3000][::-1]")
    file.write_text(wrong)
    assert say("run", "1")[0] == 0
    assert say("submit", "1")[0] == 1

    say("finish", "--yes")
    code, out, _ = say("review", "--html", "review.html")

    assert code == 1
    told = " ".join(out.split())
    assert "95 % interval" in told
    assert "on 1,600 hidden examples; the bars were at least 0.3, 0.5, 0.6, 0.7" in told
    assert "<svg" in (tmp_path / "review.html").read_text()  # the curves of the training


@pytest.mark.slow
@pytest.mark.tensorflow
def test_an_appeal_is_replayed_to_the_last_digit_and_names_no_folder_of_the_machine(
    say: Say, tmp_path: Path, warm_sandbox: Sandbox
) -> None:
    say("start", "one", "--yes")
    folder = tmp_path / "etude-one" / "1_pictures"
    little = program(epochs=1).replace("3000", "64")
    (folder / "clothes.py").write_text(f"{little}\nprint(keras.__file__)\n")
    assert say("run", "1")[0] == 0
    say("submit", "1")
    say("finish", "--yes")

    code, _, err = say("appeal", "1", "I counted again")

    assert code == 0, err
    path = tmp_path / "etude-one" / "appeal_1.zip"
    with zipfile.ZipFile(path) as bundle:
        written = b"".join(bundle.read(n) for n in bundle.namelist() if n.endswith(".json"))
    for place in (sys.prefix, str(tmp_path), str(Path(etude.__file__).parent)):
        assert place.encode() not in written
    replayed = replay(read_appeal(path), warm_sandbox, catalog.questions())
    assert replayed.stands
    now, then = map(msgspec.json.encode, (replayed.now.verdicts, replayed.then.verdicts))
    assert now == then
    assert say("remark")[0] == 0
