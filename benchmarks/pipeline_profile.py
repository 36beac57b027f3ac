"""What the pipeline profile finds in the usual pipeline of pictures, and the same done by hand.

python benchmarks/pipeline_profile.py [--rounds 3] [--seconds 10] [--write]
"""

import argparse
import io
import json
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
import numpy as np
from measuring import load, machine
from page import bullets, publish, table, times
from PIL import Image, ImageDraw

from etude.domain.job import Job, Limits
from etude.domain.profile import PipelineProfile, TriedChange
from etude.domain.task import Task
from etude.render.pipeline_profile import duration, per_second
from etude.sandbox import open_sandbox

PICTURES = 256
WIDTH, HEIGHT = 512, 384
ROUNDS = 3
SECONDS = 10.0
EPOCHS_SECONDS = 1.5
# A step that is neither much longer nor much shorter than a batch takes to prepare.
STEP_SECONDS = 0.02
_FILE = "profiled_pictures.py"
_SHAPES = 12
_NOISE = 8.0  # like a phone's camera indoors; JPEG's work grows with it
_QUALITY = 90
_AS_IT_IS, _ONCE_MORE = "", "once more"

#: Pictures per second ("rate") and processor seconds of a picture ("processor") by change.
ByHand = Mapping[str, Mapping[str, float]]


def main() -> None:
    options = _options()
    settings = {
        "rounds": options.rounds,
        "seconds": options.seconds,
        "epochs_seconds": EPOCHS_SECONDS,
        "step_seconds": STEP_SECONDS,
    }
    told = _run(settings)
    profiles = [
        msgspec.convert(one["profile"], PipelineProfile) for one in told if "profile" in one
    ]
    by_hand = [one["by_hand"] for one in told if "by_hand" in one]
    conditions = [
        f"{PICTURES} pictures of {WIDTH} x {HEIGHT}, each profile given {options.seconds:.0f} s, "
        f"medians of {len(profiles)}; load at the end {load()}",
        f"the same pipeline measured twice by hand: {_noise(by_hand)}",
        *machine("tensorflow_cpu", "keras"),
    ]
    parts = [stages_table(profiles), changes_table(profiles, by_hand), bullets(conditions)]
    publish("pipeline profile", "\n\n".join(parts), write=options.write)


def stages_table(profiles: Sequence[PipelineProfile]) -> str:
    """Each stage's own time for one picture."""
    rows = []
    for stages in zip(*(profile.stages for profile in profiles), strict=True):
        own = statistics.median(stage.seconds or 0.0 for stage in stages)
        share = statistics.median(stage.share for stage in stages)
        rows.append([f"`{stages[0].op}`", duration(own), f"{share:.0%}"])
    return table(["stage", "per picture", "share"], rows)


def changes_table(profiles: Sequence[PipelineProfile], by_hand: Sequence[ByHand]) -> str:
    """What the profiles found, and what the same change written by hand brought."""
    head = ["change", "pictures/s before", "after", "faster", "data differ"]
    head += ["by hand", "faster", "processor time"]
    as_it_is = ["as it is", "", "", "", "", *_by_hand(_AS_IT_IS, by_hand)]
    rows = [as_it_is]
    for changes in zip(*(profile.changes for profile in profiles), strict=True):
        measured = [tried for tried in changes if tried.verified]
        name = str(changes[0].change)
        if not measured:
            rows.append([name, "", "", changes[0].refused, "", *_by_hand(name, by_hand)])
            continue
        rows.append([name, *_found(measured), *_by_hand(name, by_hand)])
    return table(head, rows)


def _found(measured: Sequence[TriedChange]) -> list[str]:
    before = statistics.median(tried.before or 0.0 for tried in measured)
    after = statistics.median(tried.after or 0.0 for tried in measured)
    gain = statistics.median(tried.gain for tried in measured)
    tried = measured[0]
    differ = f"{tried.difference / tried.span:.1%}" if tried.span else ""
    return [per_second(before), per_second(after), times(gain), differ]


def _by_hand(name: str, rounds: Sequence[ByHand]) -> list[str]:
    if name not in rounds[0]:
        return ["", "", ""]
    rate = statistics.median(one[name]["rate"] for one in rounds)
    gain = statistics.median(one[name]["rate"] / one[_AS_IT_IS]["rate"] for one in rounds)
    return [per_second(rate), times(gain), duration(_processor(name, rounds))]


def _processor(name: str, rounds: Sequence[ByHand]) -> float:
    """Processor time of one picture, which other work on the machine changes least."""
    return statistics.median(one[name]["processor"] for one in rounds)


def _noise(rounds: Sequence[ByHand]) -> str:
    apart = [one[_ONCE_MORE]["rate"] / one[_AS_IT_IS]["rate"] - 1 for one in rounds]
    return ", ".join(f"{100 * part:+.0f} %" for part in apart)


def _run(settings: Mapping[str, float]) -> list[Mapping[str, object]]:
    program = Path(__file__).with_name(_FILE).read_bytes()
    files = {_FILE: program, "settings.json": json.dumps(settings).encode(), **pictures()}
    task = Task(program=_FILE, as_script=True, sources=[_FILE], observe=True)
    limits = Limits(wall_seconds=600.0, cpu_seconds=1200)
    job = Job(task=msgspec.json.encode(task), files=files, limits=limits)
    with (
        tempfile.TemporaryDirectory() as folder,
        open_sandbox(runtime_dir=Path(folder) / "rt", background=False) as sandbox,
    ):
        outcome = sandbox.run(job)
    if outcome.fault is not None:
        raise SystemExit(f"the profile did not run: {outcome.detail}\n{outcome.stderr}")
    return [json.loads(line) for line in outcome.stdout.splitlines()]


def pictures(count: int = PICTURES) -> Mapping[str, bytes]:
    """JPEGs of shapes over a gradient with a camera's noise, the same ones each time."""
    rng = np.random.default_rng(7)
    return {f"pictures/{number:03}.jpg": _picture(rng) for number in range(count)}


def _picture(rng: np.random.Generator) -> bytes:
    slope = np.linspace(0, 255, WIDTH)[None, :, None] * np.ones((HEIGHT, 1, 3)) * rng.random(3)
    drawn = Image.fromarray(slope.astype("uint8"))
    pen = ImageDraw.Draw(drawn)
    for _ in range(_SHAPES):
        x, y, side = rng.integers(0, WIDTH), rng.integers(0, HEIGHT), rng.integers(10, 120)
        colour = tuple(int(value) for value in rng.integers(0, 255, 3))
        pen.ellipse([x, y, x + side, y + side], fill=colour)
    noisy = np.asarray(drawn) + rng.normal(0, _NOISE, (HEIGHT, WIDTH, 1))
    out = io.BytesIO()
    Image.fromarray(noisy.clip(0, 255).astype("uint8")).save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Profile the usual pipeline of pictures.")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"({ROUNDS})")
    parser.add_argument("--seconds", type=float, default=SECONDS, help=f"({SECONDS:.0f})")
    parser.add_argument("--write", action="store_true", help="into docs/benchmarks.md")
    return parser.parse_args()


if __name__ == "__main__":
    main()
