"""Everything that was seen of a run, in the order in which a page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from etude.domain.observations import Fit
from etude.domain.seen import Seen
from etude.render.html.architecture import Architecture, Where, architecture
from etude.render.html.examples import Examples, examples
from etude.render.html.forecast import ForecastView, forecast_view
from etude.render.html.matrix import Matrix, matrix
from etude.render.html.own_loop import OwnLoop, own_loop
from etude.render.html.pipeline import Pipeline, measured_pipeline, pipeline
from etude.render.html.training import Training, training
from etude.render.html.words import Words, words
from etude.render.seen import given_data, models

# A program that trains in a loop is told by its first and last ones; --json holds all.
_MOST_TRAININGS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Attributes: decisions: of the learner's own data first, then of hidden data."""

    trainings: Sequence[Training] = ()
    trainings_left_out: int = 0
    loops: Sequence[OwnLoop] = ()
    decisions: Sequence[Matrix] = ()
    forecast: ForecastView | None = None
    words: Words | None = None
    batches: Sequence[Examples] = ()
    profile: Pipeline | None = None
    data: Sequence[Pipeline] = ()
    models: Sequence[Architecture] = ()


def run_view(seen: Seen, where: Where, *, running: bool = False) -> Run:
    """What a page draws of it.

    Args:
      where: tells the line that something stands in.
      running: whether the program still runs, so that its last training may go on.
    """
    shown = _some(seen.fits)
    confusions = [*filter(None, [seen.confusion]), *seen.hidden]
    return Run(
        trainings=[training(fit, where, running=running and fit is seen.fits[-1]) for fit in shown],
        trainings_left_out=len(seen.fits) - len(shown),
        loops=[own_loop(one, where, running=running) for one in seen.loops[:_MOST_TRAININGS]],
        decisions=[matrix(one) for one in confusions],
        forecast=forecast_view(seen.forecast) if seen.forecast else None,
        words=words(seen.words) if seen.words else None,
        batches=[examples(one, series=_is_series(seen, one.role)) for one in seen.batches],
        profile=measured_pipeline(seen.profile, where) if seen.profile else None,
        data=[pipeline(data, where) for data in given_data(seen)],
        models=[architecture(model, where) for model in models(seen)],
    )


def _some(fits: Sequence[Fit]) -> Sequence[Fit]:
    few = len(fits) <= _MOST_TRAININGS
    return fits if few else (*fits[: _MOST_TRAININGS - 1], fits[-1])


def _is_series(seen: Seen, role: str) -> bool:
    """Whether the last training's data in this role are windows of a series."""
    if not seen.fits:
        return False
    last = seen.fits[-1]
    data = last.validation if role == "validation" else last.train
    return data is not None and data.windows is not None
