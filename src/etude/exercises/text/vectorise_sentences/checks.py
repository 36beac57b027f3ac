"""The marking scheme: the numbers themselves, which can be worked out by hand."""

from etude.checks.defines import Defines
from etude.checks.returns_array import ReturnsArray
from etude.checks.values import Call

TEXTS = [
    "The film is good.",
    "The film is bad.",
    "The plot is good!",
    "the film, the film, the film",
    "Good, good: the slow film",
    "Bad is bad",
    "The plot?",
    "Is the film?",
    "A slow, wonderful film",
    "The actors are GOOD, the plot is bad",
]
# the: 9 times, film: 7, is: 5, good: 4, bad: 3, plot: 2, slow: once
TRAINING = [
    [2, 3, 4, 5, 0],
    [2, 3, 4, 6, 0],
    [2, 7, 4, 5, 0],
    [2, 3, 2, 3, 2],
    [5, 5, 2, 8, 3],
    [6, 4, 6, 0, 0],
    [2, 7, 0, 0, 0],
    [4, 2, 3, 0, 0],
]
HELD_OUT = [[1, 8, 1, 3, 0], [2, 1, 1, 5, 2]]
FEW_TEXTS = [
    "Bad, bad, bad: the film was slow",
    "The film is bad",
    "Is the plot good? Is the film?",
    "The plot of the film, the film",
    "The slow, slow plot",
]
# the: 7 times, film: 5, bad: 4, is: 3, plot: 2, all others once
SIX_WORDS = [[4, 4, 4, 2], [2, 3, 5, 4], [5, 2, 1, 1], [2, 1, 1, 2]]


def prepared(item, label):
    return Call(function="prepare", args=(TEXTS, 20, 5), item=item, label=label)


CHECKS = [
    Defines(function="prepare", parameters=("texts", "words", "length")),
    ReturnsArray(
        name="training_numbers",
        of=prepared(1, "the second value of prepare"),
        equals=TRAINING,
        what="the numbers of the training sentences",
        attempt="print the vocabulary, and number one sentence by hand",
        points=2,
        after=("defines",),
    ),
    ReturnsArray(
        name="held_out_numbers",
        of=prepared(2, "the third value of prepare"),
        equals=HELD_OUT,
        what="the numbers of the held-out sentences, 1 for a word that only they have",
        attempt="look at what the vectorizer was adapted to",
        points=2,
        after=("training_numbers",),
    ),
    ReturnsArray(
        name="few_words",
        of=Call(
            function="prepare",
            args=(FEW_TEXTS, 6, 4),
            item=1,
            label="prepare with five texts, words=6 and length=4",
        ),
        equals=SIX_WORDS,
        what="the numbers of the first four, 1 for each word that six entries have no room for",
        attempt="the entries for padding and for the unknown word count, too",
        after=("training_numbers",),
    ),
    ReturnsArray(
        name="vectorizer_given",
        of=prepared(0, "the vectorizer, asked for a new sentence,"),
        asked=["Slow, but good: a plot!"],
        equals=[[8, 1, 5, 1, 7]],
        what="its numbers",
        attempt="return the layer itself as the first value",
        after=("held_out_numbers",),
    ),
]
