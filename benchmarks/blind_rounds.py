"""How many faults were named of programs that nobody had mended the diagnoses for, round by round.

Each round was measured once, before any mend for its programs; most of what was missed has been
mended since, and a program of its own in ``tests/corpus`` keeps it so. The programs themselves are
not here: they follow what other people wrote.
"""

from collections.abc import Sequence

from page import table

INTRODUCTION = """\
Every so often programs were written that no diagnosis had been mended for, most after single
threads of public forums, and measured once before anything was changed. A fault counts as named
when it is among the first two findings, at the right call, with a remedy that is right. What was
missed has been mended since, nearly all of it, so of other people's programs expect figures
between these rather than those above."""

# What the programs were, faults named, and right programs blamed for an error or a wrong result.
_ROUNDS = [
    ("the first of the corpus, written without a look at the diagnoses", "87 %", "2 %"),
    ("32 with rarer faults in mind", "20 of 32", ""),
    (
        "90 after what people ask in forums, most about faults that no list held",
        "35 of 90",
        "0 of 35",
    ),
    ("a dozen more after the first mends", "7 of 12", ""),
    ("95 after forums and published collections of faulty programs", "66 of 95", "2 of 37"),
    ("64 with rarer faults", "35 of 64", ""),
    ("113: common faults, and rarer ones", "48 of 57 and 23 of 56", "1 of 49"),
    (
        "80 about what no diagnosis was named after, many with loops of their own",
        "20 of 80",
        "0 of 42",
    ),
    ("86 single threads, taken as they came", "65 of 86", "0 of 40"),
    ("33 with the usual faults of tables, in pandas and scikit-learn", "22 of 33", ""),
    ("87 threads, none with a fault that an earlier round had met", "41 of 87", "0 of 20"),
    ("47 whole scripts with what is asked about most, often several faults", "51 of 72", "0 of 18"),
    ("84 more of that kind", "83 of 112", "1 of 34"),
    ("52 more, since the doctor trains a second time", "51 of 67", "1 of 18"),
    ("10 left over from that search", "5 of 11", ""),
    ("66 single threads", "69 of 89", "0 of 24"),
    ("29 more, after those had been mended", "26 of 39", "0 of 10"),
    ("66 threads, taken for faults that say nothing", "40 of 67", "0 of 28"),
    ("41 faulty programs that research compares on, of today's Keras", "42 of 66", "0 of 27"),
    (
        "80 threads as ordinary queries bring them up: 17 whose mistake the corpus knew, 63 others",
        "16 of 17 and 33 of 63",
        "1 of 24",
    ),
    ("59 more, found in the same way, none of which the corpus followed", "28 of 59", "1 of 20"),
    ("43 after the examples of Keras's and TensorFlow's own sites, as they stand", "", "7 of 43"),
    (
        "29 threads as ordinary queries bring them up: 19 whose mistake the corpus knew, 10 others",
        "17 of 19 and 2 of 10",
        "0 of 10",
    ),
    ("34 more after the examples of those sites", "", "2 of 34"),
    (
        "379 programs, one or two for each way in which Keras refuses what it is given",
        "100 of 379",
        "",
    ),
    ("252 lines that TensorFlow, NumPy, pandas and scikit-learn refuse", "116 of 252", ""),
    (
        "170 more that stop, of what had been left: stages, tables, sizes, initializers",
        "66 of 170",
        "",
    ),
    (
        "10 threads that are asked most: 8 the corpus knew in that form, 2 others",
        "8 of 8 and 0 of 2",
        "0 of 3",
    ),
    ("21 more after the examples of Keras's and TensorFlow's own sites", "", "2 of 21"),
    (
        "21 threads as ordinary queries bring them up: 15 whose mistake the corpus knew, 6 others",
        "11 of 15 and 0 of 6",
        "0 of 6",
    ),
    ("25 after the programs of books and courses", "", "5 of 25"),
    (
        "51 with what is asked most about pictures, texts, series, tables and loops of one's own",
        "43 of 59",
        "1 of 16",
    ),
    ("83 right ones of as many styles as came to mind", "", "3 of 83"),
    (
        "84 with what is asked most, by writers who had seen no diagnosis, 22 after threads",
        "78 of 84",
        "0 of 30",
    ),
]


def section() -> Sequence[str]:
    """Heading, introduction and table, as Markdown."""
    head = ["programs", "faults named at first", "right programs blamed"]
    return ["## Programs that were new", INTRODUCTION, table(head, _ROUNDS)]
