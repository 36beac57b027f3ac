"""The person's trainings: ended early when that was asked for, and waited for."""

import contextlib
import functools
import inspect
from collections.abc import Callable
from typing import Any

import keras

from etude.domain.visit import Visit
from etude.worker.facts_writer import FactsWriter
from etude.worker.recorders.fits import joined

CUT = "fit_cut"


class Trainings:
    """Wraps ``keras.Model.fit`` around the recorders.

    Attributes: after_next: called once, when the ``fit`` in progress or the next one has ended.
    """

    def __init__(self, visit: Visit, facts: FactsWriter) -> None:
        self._visit = visit
        self._facts = facts
        self._fitting: Any = None
        self.after_next: list[Callable[[], None]] = []

    def install(self) -> None:
        keras.Model.fit = self._followed(keras.Model.fit)

    def end_soon(self) -> bool:
        """Ends the training in progress, and any later one, after its next batch.

        Returns whether one is in progress. Called again and again: ``fit`` clears the wish when it
        begins.
        """
        model = self._fitting
        if model is not None and not model.stop_training:
            model.stop_training = True
            self._note_cut("time")
        return model is not None

    def _followed(self, original: Callable[..., Any]) -> Callable[..., Any]:
        signature = inspect.signature(original)

        @functools.wraps(original)
        def fit(*args: Any, **kwargs: Any) -> Any:
            try:
                given = signature.bind(*args, **kwargs)
            except TypeError:  # Keras shall say so itself
                return original(*args, **kwargs)
            with self._limited(given.arguments):
                result = original(*given.args, **given.kwargs)
            while self.after_next:
                self.after_next.pop(0)()
            return result

        return fit

    @contextlib.contextmanager
    def _limited(self, arguments: dict[str, Any]) -> Any:
        outer, self._fitting = self._fitting, arguments.get("self")
        try:
            with contextlib.ExitStack() as stack:
                if self._visit.epochs is not None or self._visit.steps is not None:
                    stack.enter_context(joined(arguments, self._limit()))
                yield
        finally:
            self._fitting = outer

    def _limit(self) -> keras.callbacks.Callback:
        if self._visit.steps is None:
            return _EpochLimit(self._visit.epochs or 1, self._note_cut)
        return _StepLimit(self._visit.steps, self._visit.epochs, self._note_cut)

    def _note_cut(self, why: str) -> None:
        fits = self._facts.written("fit")
        if fits:
            self._facts.emit(CUT, fit=fits[-1]["index"], why=why)


class _EpochLimit(keras.callbacks.Callback):
    """Touches no batch, so Keras keeps its asynchronous dispatch."""

    async_safe = True

    def __init__(self, epochs: int | None, note_cut: Callable[[str], None]) -> None:
        super().__init__()
        self._epochs = epochs
        self._done = 0
        self._note_cut = note_cut

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        self._done += 1
        if self._epochs is not None and self._done >= self._epochs:
            if epoch + 1 < (self.params or {}).get("epochs", 0):
                self._note_cut("epochs")
            self.model.stop_training = True


class _StepLimit(_EpochLimit):
    def __init__(self, steps: int, epochs: int | None, note_cut: Callable[[str], None]) -> None:
        super().__init__(epochs, note_cut)
        self._steps_left = steps

    def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
        self._steps_left -= 1
        if self._steps_left == 0:
            self._note_cut("steps")
            self.model.stop_training = True
