"""``python -m etude.worker.companion FD FILE``: runs a person's program and tells what it saw.

FD is the write end of the facts pipe, FILE holds the JSON of a ``Visit``. The program has its own
standard input and output, working folder and rights; nothing of it is changed.
"""

import atexit
import os
import sys
from pathlib import Path

from etude import decoding
from etude.domain.visit import Visit
from etude.worker.companion.arrival import on_arrival
from etude.worker.companion.clock import Clock
from etude.worker.companion.own_facts import OwnFacts
from etude.worker.companion.own_program import run_own_program
from etude.worker.companion.program_files import ProgramFiles
from etude.worker.companion.watcher import Watcher
from etude.worker.facts_writer import inherited_writer
from etude.worker.whereabouts import note_whereabouts


def main() -> int:
    """The program's exit code; a program that cannot end by itself is not waited for."""
    visit = decoding.from_json(Path(sys.argv[2]).read_bytes(), Visit)
    facts = OwnFacts(inherited_writer(sys.argv[1]), bytes.fromhex(visit.token))
    files = ProgramFiles(visit.units, folders=[visit.folder, os.getcwd()], facts=facts)
    watcher = Watcher(visit, files, facts)
    on_arrival(watcher.begin)
    note_whereabouts(files, facts)
    clock = Clock(visit.seconds, facts, end_soon=watcher.end_soon)
    clock.start()
    ended = run_own_program(visit, files, facts)
    clock.stop()
    if not watcher.look_once_more(ended):
        atexit._run_exitfuncs()
        os._exit(ended.code)  # a look that got stuck would keep the process
    return ended.code


if __name__ == "__main__":
    sys.exit(main())
