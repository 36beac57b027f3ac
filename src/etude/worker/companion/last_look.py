"""A last look when the program has ended: what it left, a batch, its decisions, its pipeline."""

from collections.abc import Mapping
from typing import Any

import tensorflow as tf

from etude.domain.visit import Visit
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.profile.telling import PROFILE, tell_profile
from etude.worker.recorders.harmless import harmless
from etude.worker.recording import describe_globals
from etude.worker.trained.batches import look_at_batches
from etude.worker.trained.decisions import look_at_decisions
from etude.worker.trained.forecasts import look_at_forecast
from etude.worker.trained.retraining import KIND as RETRAINING
from etude.worker.trained.retraining import look_at_retraining
from etude.worker.trained.training import Training
from etude.worker.trained.words import look_at_words
from etude.worker.vocabularies import Vocabularies

# What a look may cost unasked, of the time that training took; together it stays below 5 %.
_SHARE = 0.02
_LEAST_LOOK = 0.3
_SHORTEST_PROFILE, _LONGEST_PROFILE = 2.0, 10.0


def last_look(
    names: Mapping[str, Any],
    training: Training | None,
    files: LearnerFiles,
    facts: FactsWriter,
    *,
    vocabularies: Vocabularies,
    visit: Visit,
) -> None:
    """Each part by itself, so that one that fails costs only itself."""
    with harmless(facts, "globals"):
        describe_globals(names, facts)
    if training is None:
        return
    trained = sum(end["seconds"] for end in facts.written("fit_end"))
    with harmless(facts, "batches"):
        look_at_batches(training, facts)
    affordable = max(_LEAST_LOOK, _SHARE * trained)
    with harmless(facts, "decisions"):
        look_at_decisions(training, facts, seconds=affordable)
    with harmless(facts, "forecast"):
        look_at_forecast(training, facts, seconds=affordable)
    with harmless(facts, "words"):
        look_at_words(training, facts, seconds=affordable, vocabularies=vocabularies)
    profile_seconds = visit.profile_seconds
    if profile_seconds is None:
        affordable = min(_LONGEST_PROFILE, _SHARE * trained)
        profile_seconds = affordable if affordable >= _SHORTEST_PROFILE else 0.0
    if profile_seconds and isinstance(training.train, tf.data.Dataset):
        with harmless(facts, PROFILE):
            tell_profile(training.train, files, facts, seconds=profile_seconds, trained=True)
    if visit.retrain_seconds:
        with harmless(facts, RETRAINING):  # the last of all: it uses the model up
            look_at_retraining(training, facts, seconds=visit.retrain_seconds)
