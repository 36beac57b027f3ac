"""What harmless programs do works in the sandbox as it does outside."""

import pytest

PROGRAMS = {
    "copying files": """
import os, shutil
os.makedirs("a/b", mode=0o750); open("a/b/f", "w").write("x"); os.utime("a/b/f", (1e9, 1e9))
shutil.copy("a/b/f", "g"); shutil.copy2("a/b/f", "h"); shutil.copytree("a", "c")
shutil.move("c", "d"); shutil.rmtree("a")
print(open("d/b/f").read(), sorted(os.listdir(".")))
""",
    "archives": """
import os, shutil, tarfile, zipfile
os.mkdir("a"); open("a/f", "w").write("x")
shutil.make_archive("packed", "gztar", ".", "a"); shutil.make_archive("packed", "zip", ".", "a")
shutil.unpack_archive("packed.tar.gz", "one"); shutil.unpack_archive("packed.zip", "two")
with tarfile.open("packed.tar.gz") as file: file.extractall("three", filter="data")
with zipfile.ZipFile("packed.zip") as file: file.extractall("four")
print(*[open(name + "/a/f").read() for name in ("one", "two", "three", "four")])
""",
    "temporary files": """
import tempfile
with tempfile.TemporaryDirectory() as folder:
    with tempfile.NamedTemporaryFile("w+", dir=folder) as file:
        file.write("x"); file.seek(0); print(file.read())
with tempfile.TemporaryFile() as file: print(file.write(b"x"))
""",
    "pools of threads": """
from etude.worker.thread_locks import use_thread_locks_if_needed
use_thread_locks_if_needed()  # as étude does before it runs a program
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool
import multiprocessing, multiprocessing.dummy
with ThreadPool(3) as pool: print(pool.map(abs, [-1, -2]), pool.apply_async(abs, (-3,)).get(5))
with ThreadPoolExecutor(3) as pool: print(list(pool.map(abs, [-1, -2])))
with multiprocessing.Lock(), multiprocessing.RLock():
    print(multiprocessing.dummy.Pool(2).map(abs, [-4]))
""",
    "processors": "import os; print(os.cpu_count() > 0, len(os.sched_getaffinity(0)) > 0)",
    "a database": """
import sqlite3
for name in ("data.db", ":memory:"):
    with sqlite3.connect(name) as db:
        db.execute("create table t (x)"); db.execute("insert into t values (7)")
        print(db.execute("select x from t").fetchone())
    db.close()
""",
    "asyncio": """
import asyncio
async def main():
    await asyncio.sleep(0)
    return await asyncio.to_thread(abs, -5)
print(asyncio.run(main()))
""",
    "logging": """
import logging, logging.handlers
logging.basicConfig(filename="log.txt", level="INFO"); logging.info("said")
rotating = logging.handlers.RotatingFileHandler("more.txt", maxBytes=10, backupCount=1)
logging.getLogger().addHandler(rotating)
logging.info("said again"); logging.info("and again"); logging.shutdown()
print("said" in open("log.txt").read())
""",
    "devices and the time": """
import datetime, os, random, secrets, time, uuid
open("/dev/null", "w").write("x"); os.urandom(4); uuid.uuid4(); secrets.token_hex()
print(datetime.datetime.now().year > 2000, time.localtime().tm_year > 2000)
""",
}


@pytest.mark.parametrize("source", PROGRAMS.values(), ids=PROGRAMS)
def test_ordinary_program_runs(closed_sandbox, program, source):
    outcome = closed_sandbox.run(program(source))

    assert outcome.fault is None, outcome.detail
    assert outcome.stdout.strip()
    assert "False" not in outcome.stdout


def test_modes_can_be_changed_where_only_the_scratch_folder_can_be_written(closed_sandbox, program):
    source = (
        "import os; open('f', 'w').close(); os.chmod('f', 0o640); print(oct(os.stat('f').st_mode))"
    )

    outcome = closed_sandbox.run(program(source))

    assert outcome.fault is None, outcome.detail
    changed = outcome.stdout.strip() == "0o100640"
    assert changed == (closed_sandbox.isolation.level == 3)


REFUSED = {
    "input()": ("input('name? ')", "EOFError"),
    "another program": ("import subprocess; subprocess.run(['ls'])", "PermissionError"),
    "a shell": ("import os; os.system('ls') and 1/0", "ZeroDivisionError"),
    "a process": (
        "import multiprocessing as m; m.Process(target=print).start()",
        "PermissionError",
    ),
    "the network": (
        "import urllib.request as u; u.urlopen('http://127.0.0.1:9/')",
        "Operation not permitted",
    ),
}


@pytest.mark.parametrize(("source", "words"), REFUSED.values(), ids=REFUSED)
def test_what_there_is_none_of_says_so(closed_sandbox, program, source, words):
    outcome = closed_sandbox.run(program(source))

    assert words in outcome.detail, outcome
