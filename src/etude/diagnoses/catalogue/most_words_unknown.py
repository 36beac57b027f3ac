"""
The vocabulary is so small that words of its own texts are unknown to it.

## Why it hurts
`max_tokens` keeps the most frequent words, and those are the ones that stand in every text: the, of, and. All others become the same number,
that of unknown words, so two texts about different things look alike. Padding and the unknown word count as well: of three words and
`max_tokens=3` one is kept. A vocabulary of one's own with capital letters fares worse: `TextVectorization` makes all texts small
before it looks them up.

## Example
    import keras

    texts = [f"the taste of the soup{i} and the bread{i}" for i in range(20)]
    vectorize = keras.layers.TextVectorization(max_tokens=4)
    vectorize.adapt(texts)

## Instead
    import keras

    texts = [f"the taste of the soup{i} and the bread{i}" for i in range(20)]
    vectorize = keras.layers.TextVectorization(max_tokens=1000)
    vectorize.adapt(texts)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, argument, call_line
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.diagnoses.text import VECTORIZER
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("text-1", "text-4", "dev-3")
GUIDE = "Keras API: TextVectorization layer"
EXPLAINS = (*NOTHING_LEARNED, "inputs_all_alike")

_MOST = 0.45
# A limit that is just the number of words, or one more, forgot what else is counted; of thousands of words two make no difference.
_SOME = 0.02
_RESERVED = (
    "",
    ", one of them for unknown words",
    ", two of them for padding and for unknown words",
)
_UNKNOWN = 1


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of("unknown words"):
        share, known = call.arguments["share"], call.arguments["known"]
        words, reserved = call.arguments.get("words", 0), call.arguments.get("reserved", 0)
        forgotten = 0 < words - (known - reserved) <= reserved and share >= _SOME
        if not forgotten and share < _MOST:
            continue
        if line := _line_of_limit(evidence.source, known) or call.line:
            return Finding(
                line=line,
                evidence=f"the vocabulary holds {known} entries{_RESERVED[reserved]}, and {share:.0%} of the words of the very "
                "texts that it was made of are not among them",
                change=f"max_tokens={words + reserved} for {words} words"
                if forgotten
                else "leave max_tokens out, or raise it until nearly all words of the training texts are known",
            )
    return _all_alike(evidence)


def _all_alike(evidence: Evidence) -> Finding | None:
    """A vocabulary of one's own, none of whose words is spelt as the texts come out of the standardising."""
    own = [c for c in evidence.source.calls(VECTORIZER) if argument(c, "vocabulary") is not None]
    for fit in evidence.fits if len(own) == 1 else ():
        sample = fit.train.part("0")
        numbers = set(sample.distinct or ()) if sample is not None else set()
        if (
            sample is not None
            and sample.dtype.startswith("int")
            and _UNKNOWN in numbers <= {0, _UNKNOWN}
        ):
            return Finding(
                line=call_line(own[0]),
                evidence=f"every word that fit was given has the number {_UNKNOWN}, that of unknown words: none of the vocabulary "
                "was met",
                change="spell the vocabulary as texts are standardised, in small letters and without punctuation, or "
                "standardize=None",
            )
    return None


def _line_of_limit(source: Source, known: int) -> int:
    """Where a vectorizer is made that holds no more than this."""
    for call in source.calls(VECTORIZER):
        limit = argument(call, "max_tokens", 0)
        if limit == known:
            return source.line_of_argument(call, "max_tokens")
    made = source.calls(VECTORIZER)
    return (
        call_line(made[0]) if len(made) == 1 and call_at(source, made[0].lineno, VECTORIZER) else 0
    )
