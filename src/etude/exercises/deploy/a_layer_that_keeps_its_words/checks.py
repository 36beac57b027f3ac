"""The marking scheme: the right columns, before and after a file."""

from etude.checks.defines import Defines
from etude.checks.gives_outputs import GivesOutputs
from etude.checks.survives_saving import SurvivesSaving
from etude.checks.values import Call, TextColumn

TEXTS = ["Dream", "Biscoe", "Torgersen", "dream", "", "Biscoe", "Dream", "Dream", "Anvers", "Torgersen", "Biscoe", "Dream"]
INPUTS = TextColumn(texts=tuple(TEXTS))


def model(*words):
    return Call(function="build_model", args=(list(words),), label=f"build_model({list(words)})")


def gives(*words):
    columns = tuple(tuple(float(text == word) for word in words) for text in TEXTS)
    return GivesOutputs(
        name=f"columns_{len(words)}", of=model(*words), inputs=INPUTS, outputs=columns, after=("defines",)
    )


def survives(*words):
    return SurvivesSaving(
        name=f"survives_{len(words)}",
        of=model(*words),
        inputs=INPUTS,
        points=2,
        after=(f"columns_{len(words)}",),
    )


CHECKS = [
    Defines(function="build_model", parameters=("words",)),
    gives("Biscoe", "Dream"),
    gives("Torgersen", "Dream", "Biscoe"),
    gives("Anvers"),
    survives("Biscoe", "Dream"),
    survives("Torgersen", "Dream", "Biscoe"),
]
