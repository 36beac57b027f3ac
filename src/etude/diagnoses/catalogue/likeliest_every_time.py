"""
A text is written with the likeliest character or word at every step, and goes round in circles.

## Why it hurts
A network that continues texts gives a distribution: after "the" many words may follow. Whoever always takes the largest share writes
what is most frequent, comes by a place where the text has been before, and from there the same line follows for ever. Drawn from the
distribution, each continuation comes as often as it is likely; a temperature below 1 keeps it closer to the frequent ones. What has a single
right answer, such as a translation or the next number of a sequence, is another thing: there the largest is wanted.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    text = np.random.default_rng(0).integers(0, 12, 300)
    x = np.stack([text[i : i + 4] for i in range(290)])
    y = text[4:294]
    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Embedding(12, 4),
        keras.layers.Flatten(),
        keras.layers.Dense(12, activation="softmax"),
    ])
    model.compile("adam", "sparse_categorical_crossentropy")
    model.fit(x, y, epochs=2, verbose=0)

    written = list(text[:4])
    for _ in range(20):
        shares = model.predict(np.array([written[-4:]]), verbose=0)[0]
        written.append(int(np.argmax(shares)))

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    rng = np.random.default_rng(0)
    text = rng.integers(0, 12, 300)
    x = np.stack([text[i : i + 4] for i in range(290)])
    y = text[4:294]
    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Embedding(12, 4),
        keras.layers.Flatten(),
        keras.layers.Dense(12, activation="softmax"),
    ])
    model.compile("adam", "sparse_categorical_crossentropy")
    model.fit(x, y, epochs=2, verbose=0)

    written = list(text[:4])
    for _ in range(12):
        shares = model.predict(np.array([written[-4:]]), verbose=0)[0].astype("float64")
        written.append(int(rng.choice(12, p=shares / shares.sum())))
"""

import ast
from collections import Counter
from collections.abc import Iterator

from etude.diagnoses.curves import last_fit
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, names_in, root
from etude.diagnoses.places import call_at
from etude.diagnoses.predictions import is_one_example
from etude.diagnoses.rounds import Round, round_around
from etude.diagnoses.source import Source, call_line, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.WARNING
SKILLS = ("text-6", "text-1", "dev-3")
GUIDE = "TensorFlow tutorial: Text generation with an RNN"
EXPLAINS = ()

# A few calls may be a check; of so few classes none is a language.
_FEWEST_CALLS, _FEWEST_CLASSES = 15, 10
# Where the loss says that what follows is all but certain, the likeliest is also what would be drawn.
_CERTAIN = 0.3
_GROWS = ("append", "extend", "insert", "appendleft")

_CHANCE = (
    *("choice", "choices", "multinomial", "categorical", "random", "uniform", "gumbel", "normal"),
    *("rand", "randint", "random_sample", "integers"),
)


def match(evidence: Evidence) -> Finding | None:
    fit = last_fit(evidence.fits)
    if fit is None or not _continues(fit):
        return None
    calls = [c for c in evidence.calls_of("Model.predict") if c.model and is_one_example(c)]
    lines = Counter(c.line for c in calls if c.model and c.model.key == fit.model.key)
    for line, times in lines.items():
        taken = _taken(evidence.source, line) if times >= _FEWEST_CALLS else None
        if taken is not None:
            return Finding(
                line=call_line(taken),
                evidence=f"each answer of predict in line {line} is cut down to its largest share, and that goes into the next input; "
                f"the loss of {fit.series('loss')[-1]:.2f} says that what follows is seldom certain",
                change="draw it: np.random.choice(len(shares), p=shares) of shares = np.exp(np.log(shares) / 0.8), divided by their "
                "sum; 0.8 is a temperature, and lower ones keep closer to the likeliest",
            )
    return None


def _continues(fit: Fit) -> bool:
    """Whether it learned, from one input, which of many things comes next, and did so with some doubt."""
    compiled, losses = fit.model.compiled, fit.series("loss")
    if compiled is None or len(compiled.losses) != 1 or len(fit.model.inputs) > 1:
        return False
    shapes = [layer.output_shape or (None,) for layer in fit.model.layers]
    units = (shapes[-1][-1] or 0) if shapes else 0
    among_many = "categorical_crossentropy" in compiled.losses[0].name
    return among_many and units >= _FEWEST_CLASSES and bool(losses) and losses[-1] >= _CERTAIN


def _taken(source: Source, line: int) -> ast.Call | None:
    """The ``argmax`` that decides about the next input, in the loop around a call of ``predict``."""
    asked, loop = call_at(source, line, "predict"), round_around(source, line)
    if asked is None or loop is None or _draws(loop):
        return None
    flows = list(_flows(loop))
    reached = names_in(*asked.args, *(word.value for word in asked.keywords))
    while wider := {n for into, of in flows if into & reached for n in of} - reached:
        reached |= wider
    for call in calls_in(loop):
        if last_name(call.func) == "argmax" and _gets_into(loop, call, reached):
            return call
    return None


def _draws(loop: Round) -> bool:
    """Whether chance has a part in it: an argmax of what was drawn is how some write a choice."""
    return any(last_name(call.func) in _CHANCE for call in calls_in(loop))


def _gets_into(loop: Round, call: ast.Call, reached: set[str]) -> bool:
    """Whether what it gives becomes part of what is asked about next."""
    return any(
        into & reached and any(one is call for one in ast.walk(node))
        for node, into in _places(loop)
    )


def _flows(loop: Round) -> Iterator[tuple[set[str], set[str]]]:
    """(names that something goes into, names that it is made of), for each statement of the loop."""
    for node, into in _places(loop):
        yield into, names_in(node)


def _places(loop: Round) -> Iterator[tuple[ast.AST, set[str]]]:
    for node in ast.walk(loop):
        if isinstance(node, ast.Assign):
            yield node.value, {root(t) for t in node.targets} | names_in(*node.targets)
        elif isinstance(node, ast.AugAssign):
            yield node.value, {root(node.target)}
        elif isinstance(node, ast.For):
            yield node.iter, names_in(node.target)
        elif isinstance(node, ast.If):
            yield node.test, _assigned(node)
        elif isinstance(node, ast.Call) and last_name(node.func) in _GROWS:
            yield node, {root(node.func)}


def _assigned(node: ast.If) -> set[str]:
    """What a decision decides about: ``if number == predicted: word = ...``."""
    inside = [one for one in ast.walk(node) if isinstance(one, ast.Assign)]
    return {name for one in inside for name in names_in(*one.targets)}
