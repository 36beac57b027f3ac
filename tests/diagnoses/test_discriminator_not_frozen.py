"""A discriminator that learns with the generator."""

from dataclasses import replace

import pytest
from described import dense, evidence, layer, model

from etude.diagnoses.catalogue import discriminator_not_frozen as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Model

PROGRAM = """\
d = build()
d.compile('adam', 'binary_crossentropy')
gan = keras.Model(z, d(g(z)))
gan.compile('adam', 'binary_crossentropy')
for step in range(9):
    d.train_on_batch(real, ones)
    gan.train_on_batch(noise, ones)
"""


def compiled(name: str, line: int, weights: int, *inside: str) -> Model:
    held = [
        replace(layer("Sequential"), name=one, layers=[dense(1)], parameters=5) for one in inside
    ]
    made = model(*held, dense(1), loss="binary_crossentropy", compile_line=line, line=line - 1)
    named = [
        replace(one, name=old.name) for one, old in zip(made.layers, [*held, dense(1)], strict=True)
    ]
    return replace(
        made, key=name, name=name, layers=named, parameters=weights, trainable_parameters=weights
    )


def run(program: str = PROGRAM, *, held: str = "critic", learns: int = 20) -> Evidence:
    critic = compiled("critic", 2, 5)
    whole = replace(compiled("gan", 4, 20, held), trainable_parameters=learns)
    return evidence(models=[critic, whole], program=program)


def test_fires_where_the_combined_model_is_compiled() -> None:
    finding = diagnosis.match(run())

    assert finding is not None
    assert finding.line == 4
    assert "line 6 trains the model of line 1, and line 7" in finding.evidence


@pytest.mark.parametrize(
    "evidence",
    [
        run("d.trainable = False\n" + PROGRAM),
        run(held="another"),
        run(PROGRAM.replace("    d.train_on_batch", "    d.predict_on_batch")),
        run(PROGRAM.replace("    gan.train", "gan.train")),
    ],
    ids=["frozen", "not inside", "not trained", "one after the other"],
)
def test_is_silent_on(evidence: Evidence) -> None:
    assert diagnosis.match(evidence) is None
