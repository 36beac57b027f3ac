"""A model that is trained with all its weights frozen."""

from described import evidence

from etude.diagnoses.catalogue import nothing_left_to_train as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import ShownWarning

PROGRAM = """\
discriminator.compile("adam", "binary_crossentropy")
discriminator.trainable = False
combined = keras.Model(noise, discriminator(generator(noise)))
for step in range(9):
    discriminator.train_on_batch(real, ones)
"""
SAID = "The model does not have any trainable weights."


def run(program: str = PROGRAM, message: str = SAID, line: int = 5) -> Evidence:
    return evidence(program=program, warnings=[ShownWarning(message=message, line=line)])


def test_fires_where_the_model_is_frozen() -> None:
    finding = diagnosis.match(run())

    assert finding is not None
    assert finding.line == 2
    assert "line 5 trains discriminator" in finding.evidence


def test_fires_where_every_part_is_frozen() -> None:
    program = PROGRAM.replace("discriminator.trainable", "layer.trainable")

    finding = diagnosis.match(run(program))

    assert finding is not None
    assert finding.line == 2


def test_is_silent_where_nothing_is_frozen() -> None:
    assert diagnosis.match(run(PROGRAM.replace("trainable = False", "trainable = True"))) is None


def test_is_silent_about_other_warnings() -> None:
    assert diagnosis.match(run(message="Your input ran out of data")) is None


def test_is_silent_where_nothing_is_trained() -> None:
    assert diagnosis.match(run(PROGRAM.replace("train_on_batch", "test_on_batch"))) is None


def test_is_silent_where_two_take_turns() -> None:
    turns = PROGRAM.replace("    disc", "    discriminator.trainable = True\n    disc")

    assert diagnosis.match(run(turns, line=6)) is None
