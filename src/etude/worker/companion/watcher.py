"""From the arrival of TensorFlow to a last look at what the program has left."""

import contextlib
import os
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from etude.domain.visit import Visit
from etude.worker.companion.own_program import Ended
from etude.worker.companion.program_files import ProgramFiles
from etude.worker.facts_writer import FactsWriter

if TYPE_CHECKING:
    from etude.worker.companion.trainings import Trainings
    from etude.worker.recorders.own_steps import OwnSteps
    from etude.worker.recording import Installed

UNSEEN = "unseen"
# A look that takes longer than this is left behind: it waits for something that does not come.
_LONGEST_LOOK_SECONDS = 60.0


class Watcher:
    """Holds the recorders of one program; a failure of ours is noted and never the program's."""

    def __init__(self, visit: Visit, files: ProgramFiles, facts: FactsWriter) -> None:
        self._visit = visit
        self._files = files
        self._facts = facts
        self._trainings: Trainings | None = None
        self._installed: Installed | None = None

    def begin(self) -> None:
        """Installs the recorders; TensorFlow or Keras has just been imported."""
        try:
            self._begin()
        except Exception as error:
            self._note(f"étude could not watch this TensorFlow ({type(error).__name__}: {error})")

    def end_soon(self) -> bool:
        """Asks a training in progress to end; returns whether there is one."""
        return self._trainings is not None and self._trainings.end_soon()

    def after_training(self, act: Callable[[], None]) -> None:
        """Calls ``act`` when the training in progress has come to its end."""
        if self._trainings is not None:
            self._trainings.after_next.append(act)

    def look_once_more(self, ended: Ended) -> bool:
        """Looks at what the program has left; False when that did not come to an end in time."""
        if self._trainings is None:
            self._note_absence()
        else:
            self._note_limits()
        if self._installed is not None:
            self._tell_steps(self._installed.steps, finished=not ended.interrupted)
        if self._trainings is not None and not ended.interrupted:
            looking = threading.Thread(target=self._look, args=(ended,), daemon=True)
            looking.start()
            looking.join(_LONGEST_LOOK_SECONDS)
            if looking.is_alive():
                return False
        self._facts.emit("end")
        return True

    def _begin(self) -> None:
        backend = os.environ.get("KERAS_BACKEND", "tensorflow")
        if "keras" in sys.modules:
            backend = sys.modules["keras"].backend.backend()
        if backend != "tensorflow":
            self._note(f"Keras runs on {backend} here; étude sees what runs on TensorFlow only")
            return
        from etude.worker.companion.trainings import Trainings
        from etude.worker.recording import install_recorders

        installed = install_recorders(self._files, self._facts)
        trainings = Trainings(self._visit, self._facts)
        trainings.install()
        self._trainings = trainings
        self._installed = installed

    def _tell_steps(self, steps: "OwnSteps", *, finished: bool) -> None:
        from etude.worker.recorders.harmless import harmless

        with harmless(self._facts, "loops"):
            steps.tell(finished=finished)

    def _look(self, ended: Ended) -> None:
        from etude.worker.companion.last_look import last_look
        from etude.worker.recorders.harmless import harmless

        with harmless(self._facts, "last_look"), contextlib.redirect_stdout(sys.stderr):
            if self._installed is not None:
                last_look(
                    ended.names,
                    self._installed.fitted.last,
                    self._files,
                    self._facts,
                    vocabularies=self._installed.vocabularies,
                    visit=self._visit,
                )

    def _note_absence(self) -> None:
        if not self._facts.written(UNSEEN):
            self._note("The program imported neither TensorFlow nor Keras before it ended")

    def _note_limits(self) -> None:
        """What this program uses and étude cannot look into."""
        import tensorflow as tf

        if "tf_keras" in sys.modules:
            self._note("The program uses tf_keras (Keras 2); étude sees what runs on Keras 3")
        if not tf.executing_eagerly():
            self._note(
                "The program switched eager execution off (tf.compat.v1): its graphs are dark"
            )
        if not any(self._facts.written(kind) for kind in ("fit", "loop", "call")):
            self._note("It neither compiled nor trained a Keras model")

    def _note(self, sentence: str) -> None:
        self._facts.emit(UNSEEN, sentence=sentence)
